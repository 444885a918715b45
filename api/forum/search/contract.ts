import { z } from 'zod';
import { languages } from '../../../content/schema/languages.ts';

const language = z.enum(languages).optional().describe('That of the answer, if it is left out');

export const similarQuery = z.strictObject({
  language,
  title: z.string().max(200).describe('The question as far as it is typed'),
});
export const threadSearchQuery = z.strictObject({
  language,
  q: z.string().max(200),
  board: z.string().max(60).optional(),
  most: z.coerce.number().int().min(1).max(20).default(10),
});

export const similar = z
  .strictObject({
    articles: z.array(z.strictObject({ url: z.string(), title: z.string() })),
    threads: z.array(z.strictObject({ url: z.string(), title: z.string(), isSolved: z.boolean() })),
  })
  .meta({ id: 'Similar', description: 'What may answer a question that is being typed: at most three of each.' });
export type Similar = z.output<typeof similar>;

export const foundThreads = z
  .strictObject({
    threads: z.array(
      z.strictObject({
        url: z.string(),
        title: z.string(),
        excerpt: z.string(),
        isSolved: z.boolean(),
        board: z.string(),
        lastPostAt: z.int().describe('Milliseconds since the epoch'),
        score: z.number().describe('0 to 1: how well it fits'),
      }),
    ),
  })
  .meta({ id: 'FoundThreads' });
export type FoundThreads = z.output<typeof foundThreads>;
