import { z } from 'zod';
import { articleKinds } from './kinds.ts';

/*
 * What an editor may write, said once for every schema. Every field says in `describe` what it is for, and in
 * `meta.example` a value that works: both are what the content check prints when a value is wrong.
 */

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
  .meta({ example: 'return-policy' });

/** Some YAML readers turn a date into a `Date`: either way it is a day, written `YYYY-MM-DD`. */
export const isoDate = z
  .preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date, year first')
      .refine((date) => new Date(date).toJSON()?.startsWith(date), 'a day that exists'),
  )
  .meta({ example: '2026-11-01' });

export const inBothLanguages = (example: { ja: string; en: string }, longest = 400) =>
  z
    .strictObject({
      ja: z.string().trim().min(1).max(longest).meta({ example: example.ja }),
      en: z.string().trim().min(1).max(longest).meta({ example: example.en }),
    })
    .meta({ example });

const formerAddress = z
  .string()
  .regex(
    new RegExp(`^(${[...articleKinds, 'categories', 'posts'].join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`),
    `an address without its language, such as faq/return-policy`,
  )
  .meta({ example: 'faq/return-policy' });

/** Addresses that lead to a page since they are gone: its own before it was renamed, or those of pages it replaced. */
export const formerly = z
  .array(formerAddress)
  .default([])
  .describe('Addresses without their language that this page had, or whose pages it replaced; they lead here')
  .meta({ example: ['faq/return-policy'] });
