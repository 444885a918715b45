import { z } from 'zod';
import { inBothLanguages, slug } from './fields.ts';

const ruleExample = { ja: '個人情報は書き込まない', en: 'Keep private things private' };
const textExample = { ja: 'ご注文番号などは書き込まないでください。', en: 'No order numbers, please.' };

/** Addresses beneath `/forum/` that are pages of their own. */
const taken = new Set(['edit', 'flag', 'guidelines', 'mail', 'members', 'new', 'own', 'posts', 'thread']);

/** `forum` in `portal.yaml`: what is talked about, and by which rules. */
export const forumSchema = z.strictObject({
  boards: z
    .array(slug)
    .min(1)
    .refine((list) => new Set(list).size === list.length, 'each category once')
    .refine((list) => !list.some((one) => taken.has(one)), `none that is called ${[...taken].join(', ')}`)
    .describe('Categories that have a board, in each language, in this order')
    .meta({ example: ['shoes', 'orders'] }),
  rules: z
    .array(
      z.strictObject({
        id: slug.describe('What decisions of moderators refer to').meta({ example: 'private' }),
        title: inBothLanguages(ruleExample, 60),
        text: inBothLanguages(textExample, 300),
      }),
    )
    .max(20)
    .default([])
    .refine((list) => new Set(list.map((rule) => rule.id)).size === list.length, 'each id once')
    .describe('The guidelines, in order: authors read which of them a decision was made by')
    .meta({ example: [{ id: 'private', title: ruleExample, text: textExample }] }),
  archiveAfterDays: z
    .int()
    .min(30)
    .max(3650)
    .default(365)
    .describe('After how many quiet days a thread is closed for answers; it stays readable')
    .meta({ example: 365 }),
});
export type Forum = z.infer<typeof forumSchema>;
