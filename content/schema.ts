import { z } from 'zod';

/**
 * What an editor may write. Every field says in `describe` what it is for, and in `meta.example` a value that works:
 * both are what the content check prints when a value is wrong.
 */

/** The languages the portal speaks. The first one of `portal.yaml` is where a reader without a preference lands. */
export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** The kinds of article, which are also the folders of `content/` and the first part of an article's address. */
export const articleKinds = ['faq', 'guides', 'troubleshooting'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** The components an editor may use in MDX; nothing is imported. Attributes that must be there are listed. */
export const articleComponents = {
  Callout: { required: [], optional: ['tone', 'title'] },
  Steps: { required: [], optional: [] },
  Tabs: { required: [], optional: [] },
  Tab: { required: ['label'], optional: [] },
  Figure: { required: ['src', 'alt'], optional: ['caption'] },
  Kbd: { required: [], optional: [] },
  Details: { required: ['summary'], optional: [] },
  Video: { required: ['src', 'title', 'captions'], optional: ['poster'] },
  Flow: { required: [], optional: [] },
  Question: { required: ['id', 'ask'], optional: [] },
  Choice: { required: ['to'], optional: [] },
  Outcome: { required: ['id', 'title'], optional: [] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
  .meta({ example: 'return-policy' });

/** Some YAML readers turn a date into a `Date`: either way it is a day, written `YYYY-MM-DD`. */
const isoDate = z
  .preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date, year first')
      .refine((date) => new Date(date).toJSON()?.startsWith(date), 'a day that exists'),
  )
  .meta({ example: '2026-11-01' });

const inBothLanguages = (example: { ja: string; en: string }, longest = 400) =>
  z
    .strictObject({
      ja: z.string().trim().min(1).max(longest).meta({ example: example.ja }),
      en: z.string().trim().min(1).max(longest).meta({ example: example.en }),
    })
    .meta({ example });

const formerAddress = z
  .string()
  .regex(
    new RegExp(`^(${[...articleKinds, 'categories'].join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`),
    `an address without its language, such as faq/return-policy`,
  )
  .meta({ example: 'faq/return-policy' });

/** Addresses that lead to a page since they are gone: its own before it was renamed, or those of pages it replaced. */
const formerly = z
  .array(formerAddress)
  .default([])
  .describe('Addresses without their language that this page had, or whose pages it replaced; they lead here')
  .meta({ example: ['faq/return-policy'] });

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
  reviewed: isoDate.describe('The day somebody last checked that all of it is true'),
  owner: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .describe('The team that answers for the page')
    .meta({ example: 'customer-care' }),
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

const channelBase = {
  id: slug.meta({ example: 'phone' }),
  name: inBothLanguages({ ja: 'お電話', en: 'Phone' }, 40),
  bestFor: inBothLanguages({ ja: 'お急ぎのとき', en: 'When it is urgent' }, 120),
  hours: slug.describe('The name of a calendar under `hours`').meta({ example: 'customer-care' }),
};

/** A way to reach a person. */
export const channelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('form'), ...channelBase }),
  z.strictObject({
    kind: z.literal('phone'),
    ...channelBase,
    number: z
      .string()
      .regex(/^[+0-9][0-9-]{6,18}$/, 'digits and hyphens')
      .meta({ example: '0120-000-417' }),
  }),
  z.strictObject({
    kind: z.literal('email'),
    ...channelBase,
    address: z.email().meta({ example: 'care@aruku.example' }),
  }),
]);
export type Channel = z.infer<typeof channelSchema>;

const timeZone = z
  .string()
  .refine((zone) => {
    try {
      return Boolean(Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'an IANA time zone')
  .meta({ example: 'Asia/Tokyo' });

/** `content/portal.yaml`: everything about the portal that is not an article. */
export const portalSchema = z
  .strictObject({
    name: inBothLanguages({ ja: 'アルク ヘルプセンター', en: 'Aruku Help Centre' }, 60),
    organisation: inBothLanguages({ ja: 'アルク', en: 'Aruku' }, 60),
    mission: inBothLanguages({ ja: '歩くたのしさを、足もとから。', en: 'We keep people walking.' }, 600),
    languages: z
      .array(z.enum(languages))
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'each language once')
      .meta({ example: ['ja', 'en'] }),
    timeZone,
    categories: z
      .array(
        z.strictObject({
          slug: slug.meta({ example: 'delivery' }),
          name: inBothLanguages({ ja: 'お届け・送料', en: 'Delivery' }, 40),
          description: inBothLanguages(
            { ja: '届く日、送料、住所の変更', en: 'Dates, fees, changing the address' },
            120,
          ),
          formerly,
        }),
      )
      .min(1)
      .refine((list) => new Set(list.map((category) => category.slug)).size === list.length, 'each slug once'),
    hours: z.record(slug, hoursSchema),
    channels: z
      .array(channelSchema)
      .min(1)
      .refine((list) => new Set(list.map((channel) => channel.id)).size === list.length, 'each id once'),
    reply: z.strictObject({
      workingHours: z
        .number()
        .positive()
        .max(400)
        .describe('The promise: how many opening hours a first reply may take')
        .meta({ example: 8 }),
      hours: slug.describe('The calendar the promise counts in').meta({ example: 'customer-care' }),
    }),
  })
  .check((context) => {
    const named = [
      ...context.value.channels.map((channel, index) => ({ name: channel.hours, path: ['channels', index, 'hours'] })),
      { name: context.value.reply.hours, path: ['reply', 'hours'] },
    ];
    for (const { name, path } of named) {
      if (name in context.value.hours) continue;
      const known = Object.keys(context.value.hours).join(', ');
      context.issues.push({
        code: 'custom',
        input: name,
        path,
        message: `the name of a calendar under hours: ${known}`,
      });
    }
  });
export type Portal = z.infer<typeof portalSchema>;
export type Category = Portal['categories'][number];

const pagesWord = z.string().trim().min(1).max(60).meta({ example: 'coupon' });
const pagesWords = z
  .array(pagesWord)
  .min(1)
  .max(3)
  .meta({ example: ['coupon', 'gift card'] });
const customersWords = z
  .record(z.string().trim().min(1).max(40), pagesWords)
  .meta({ example: { voucher: ['coupon', 'gift card'] } });

/** `content/synonyms.yaml`: words customers use, and the words the pages use instead, per language. */
export const synonymsSchema = z.strictObject({ ja: customersWords, en: customersWords });

/** One article as the rest of the house knows it: the build writes these, the API and the elements read them. */
export interface ArticleSummary {
  language: Language;
  kind: ArticleKind;
  slug: string;
  /** Site-absolute address, with its closing slash: `/ja/faq/return-policy/`. */
  url: string;
  title: string;
  answer: string;
  category: string;
  rank: number;
  asked: string[];
}

/** The one validated file the build leaves for the API: settings and articles, no MDX. */
export interface PortalSnapshot {
  portal: Portal;
  articles: ArticleSummary[];
  /** Public holidays, `YYYY-MM-DD`, of the years a build may live through. */
  daysOff: string[];
  /** Addresses of pages that are gone, and where each leads now: `/ja/faq/old/` to `/ja/faq/new/`. */
  redirects: Record<string, string>;
}
