import { z } from 'zod';
import { inBothLanguages, isoDate } from './fields.ts';

const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'two times of day with a hyphen between')
  .meta({ example: '10:00-18:00' });
const spans = z
  .array(span)
  .max(4)
  .meta({ example: ['10:00-12:30', '13:30-18:00'] });

/** Opening hours of one channel. A span that ends before it begins runs past midnight. */
export const hoursSchema = z.strictObject({
  weekly: z
    .strictObject({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans })
    .describe('Spans of each weekday; [] is closed'),
  publicHolidays: z
    .enum(['closed', 'open'])
    .describe('Whether Japanese public holidays are days off')
    .meta({ example: 'closed' }),
  exceptions: z
    .array(
      z
        .strictObject({
          from: isoDate,
          to: isoDate,
          spans: spans.default([]),
          note: inBothLanguages({ ja: '年末年始', en: 'New Year holidays' }, 60),
        })
        .refine(({ from, to }) => from <= to, { path: ['to'], message: 'the day of `from`, or a later one' }),
    )
    .default([])
    .describe('Days that differ from the week: first and last day, their spans, and why'),
});
export type Hours = z.infer<typeof hoursSchema>;
