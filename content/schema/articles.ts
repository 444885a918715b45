import { z } from 'zod';
import { formerly, isoDate, slug } from './fields.ts';
import type { ArticleKind } from './kinds.ts';
import { languages } from './languages.ts';

/** The components an editor may use in MDX; nothing is imported. Attributes that must be there are listed. */
export const articleComponents = {
  Callout: { required: [], optional: ['tone', 'title'] },
  Steps: { required: [], optional: [] },
  Tabs: { required: [], optional: [] },
  Tab: { required: ['label'], optional: [] },
  Figure: { required: ['src', 'alt'], optional: ['caption'] },
  Kbd: { required: [], optional: [] },
  Details: { required: ['summary'], optional: [] },
  Video: { required: ['src', 'title', 'captions', 'poster', 'published'], optional: ['chapters', 'description'] },
  Flow: { required: [], optional: [] },
  Question: { required: ['id', 'ask'], optional: [] },
  Choice: { required: ['to'], optional: [] },
  Outcome: { required: ['id', 'title'], optional: [] },
  For: { required: ['platform'], optional: [] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

/** Its example is a day to come. */
const lastDay = isoDate.meta({ example: '2026-12-31' });

const shared = {
  title: z
    .string()
    .trim()
    .min(3)
    .max(90)
    .describe('What the page answers, as a customer would say it')
    .meta({ example: 'Which payment methods can I use?' }),
  category: slug.describe('The slug of a category in portal.yaml').meta({ example: 'delivery' }),
  asked: z
    .array(z.string().trim().min(2).max(120))
    .min(5)
    .describe('Other ways customers put it; search finds the page by them')
    .meta({ example: ['how can I pay', 'do you take PayPay', 'cash on delivery', 'pay by card', 'bank transfer'] }),
  rank: z
    .int()
    .min(1)
    .max(999)
    .default(100)
    .describe('Its place within the category: 1 is asked most')
    .meta({ example: 3 }),
  related: z
    .array(slug)
    .max(5)
    .default([])
    .describe('Slugs of pages a reader may need next')
    .meta({ example: ['refund-timing', 'exchange-size'] }),
  formerly,
  expires: lastDay
    .optional()
    .describe(
      'The last day on which the page holds; from the next day on it says that it has ended, and is listed nowhere',
    )
    .meta({ example: '2026-12-31' }),
  reviewed: isoDate.describe('The day somebody last checked that all of it is true'),
  owner: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .describe('The team that answers for the page: the id of one of `teams` in portal.yaml')
    .meta({ example: 'customer-care' }),
  source: z
    .enum(languages)
    .optional()
    .describe('The language the page is written in first, if that is not the first one of portal.yaml')
    .meta({ example: 'en' }),
};

const shortAnswer = z
  .string()
  .trim()
  .min(10)
  .max(220)
  .describe('The whole answer in one or two sentences, shown first and in search')
  .meta({
    example: 'Exchanges for another size are free within 30 days, as long as the shoes were only worn indoors.',
  });

/** Front matter of `content/faq/<language>/<slug>.mdx`: one question, one answer. */
export const faqSchema = z.strictObject({ ...shared, answer: shortAnswer });

/** Front matter of `content/guides/<language>/<slug>.mdx`: how to do one thing, step by step. */
export const guideSchema = z.strictObject({
  ...shared,
  answer: shortAnswer,
  minutes: z.int().min(1).max(240).describe('How long it takes, in minutes').meta({ example: 10 }),
  needs: z
    .array(z.string().trim().min(1).max(80))
    .default([])
    .describe('What to have at hand before starting')
    .meta({ example: ['A sheet of A4 paper', 'A pencil'] }),
  next: slug
    .meta({ example: 'pack-a-return-parcel' })
    .optional()
    .describe('The guide that a reader goes on to after this one')
    .meta({ example: 'pack-a-return-parcel' }),
});

/** Front matter of `content/troubleshooting/<language>/<slug>.mdx`: a decision flow (`<Flow>` in the body). */
export const troubleshootingSchema = z.strictObject({ ...shared, answer: shortAnswer });

/** The schema of each kind of article. */
export const articleSchemas = {
  faq: faqSchema,
  guides: guideSchema,
  troubleshooting: troubleshootingSchema,
} as const satisfies Record<ArticleKind, z.ZodType>;

export type FaqFields = z.infer<typeof faqSchema>;
export type GuideFields = z.infer<typeof guideSchema>;
export type TroubleshootingFields = z.infer<typeof troubleshootingSchema>;
