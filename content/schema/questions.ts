import { z } from 'zod';
import { inBothLanguages, slug } from './fields.ts';

/** As long as any answer may be. */
export const longestAnswer = 500;

const hintExample = { ja: '注文確認メールに載っています。', en: 'It is in the confirmation e-mail.' };

const base = {
  id: slug.max(36).describe('Names the answer; unique within its category').meta({ example: 'order-number' }),
  label: inBothLanguages({ ja: 'ご注文番号', en: 'Order number' }, 80),
  hint: inBothLanguages(hintExample, 160).optional().meta({ example: hintExample }),
  required: z.boolean().default(false).describe('Whether nothing is sent without an answer').meta({ example: true }),
  personal: z
    .boolean()
    .default(false)
    .describe('Whether the answer says something about a person; the privacy page then names it')
    .meta({ example: true }),
};

const isPattern = (pattern: string) => {
  try {
    return ['u', 'v'].every((flag) => new RegExp(pattern, flag).flags === flag);
  } catch {
    return false;
  }
};

const longest = z
  .int()
  .min(1)
  .max(longestAnswer)
  .default(longestAnswer)
  .describe('How many characters an answer may have')
  .meta({ example: 200 });

/** One question that the contact form asks about a category. */
export const questionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('text'),
      ...base,
      longest,
      pattern: z
        .string()
        .min(1)
        .max(200)
        .refine(isPattern, 'a regular expression for the whole answer')
        .optional()
        .describe('What the whole answer looks like, as a regular expression; wants an example, too')
        .meta({ example: String.raw`A-\d{4}-\d{4}` }),
      example: z
        .string()
        .trim()
        .min(1)
        .max(60)
        .optional()
        .describe('An answer that fits the pattern, shown where one does not')
        .meta({ example: 'A-1048-2231' }),
    }),
    z.strictObject({ kind: z.literal('long-text'), ...base, longest }),
    z.strictObject({
      kind: z.literal('number'),
      ...base,
      min: z.number().optional().describe('The smallest number that is taken').meta({ example: 20 }),
      max: z.number().optional().describe('The largest number that is taken').meta({ example: 32 }),
      unit: z.string().trim().min(1).max(10).optional().describe('Written after the number').meta({ example: 'cm' }),
    }),
    z.strictObject({
      kind: z.literal('choice'),
      ...base,
      choices: z
        .array(
          z.strictObject({
            id: slug.max(36).meta({ example: 'indoors' }),
            label: inBothLanguages({ ja: '室内でだけ履いた', en: 'Indoors only' }, 80),
          }),
        )
        .min(2)
        .max(20)
        .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each id once')
        .meta({
          example: [
            { id: 'no', label: { ja: 'いいえ', en: 'No' } },
            { id: 'yes', label: { ja: 'はい', en: 'Yes' } },
          ],
        }),
    }),
    z.strictObject({ kind: z.literal('date'), ...base }),
  ])
  .check(({ value, issues }) => {
    if (value.kind === 'text' && value.pattern !== undefined && isPattern(value.pattern)) {
      const fits = new RegExp(`^(?:${value.pattern})$`, 'u');
      if (value.example === undefined || !fits.test(value.example)) {
        const message = `an example that fits the pattern ${value.pattern}`;
        issues.push({ code: 'custom', input: value.example, path: ['example'], message });
      }
    }
    if (value.kind === 'number' && (value.min ?? -Infinity) > (value.max ?? Infinity)) {
      issues.push({
        code: 'custom',
        input: value.max,
        path: ['max'],
        message: `${String(value.min)} or more, as min says`,
      });
    }
  });
export type Question = z.output<typeof questionSchema>;

/** The questions of one category, in their order. */
export const questionsSchema = z
  .array(questionSchema)
  .max(12)
  .default([])
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each id once')
  .describe('What the contact form asks about this category, in order')
  .meta({ example: [{ id: 'order-number', kind: 'text', label: { ja: 'ご注文番号', en: 'Order number' } }] });
