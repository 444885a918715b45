import { z } from 'zod';

export const replyTimesAnswer = z
  .strictObject({
    medianMinutes: z
      .int()
      .nullable()
      .describe('Median of the last 30 days; null where too few are known, or where it is no better than the promise'),
    promisedMinutes: z.int().describe('Within how many minutes of opening time a first answer is promised'),
    measuredAt: z.int().nullable().describe('Milliseconds since the epoch'),
  })
  .meta({ id: 'ReplyTimes', description: 'How soon a first answer comes, in minutes of opening time.' });
export type ReplyTimes = z.output<typeof replyTimesAnswer>;
