import { z } from 'zod';
import { brandSchema, defaultBrand } from './brand.ts';
import { formerly, inBothLanguages, slug } from './fields.ts';
import { forumSchema } from './forum.ts';
import { hoursSchema } from './hours.ts';
import { languages } from './languages.ts';
import { questionsSchema } from './questions.ts';
import { defaultRetention, retentionSchema } from './retention.ts';

const channelBase = {
  id: slug.meta({ example: 'phone' }),
  name: inBothLanguages({ ja: 'お電話', en: 'Phone' }, 40),
  bestFor: inBothLanguages({ ja: 'お急ぎのとき', en: 'When it is urgent' }, 120),
  hours: slug.describe('The name of a calendar under `hours`').meta({ example: 'customer-care' }),
  replyMinutes: z
    .int()
    .min(1)
    .max(24_000)
    .optional()
    .describe('Within how many minutes of opening time a person answers; left out, the promise under `reply` holds')
    .meta({ example: 3 }),
  off: z.boolean().default(false).describe('While it is true, the channel is shown nowhere').meta({ example: true }),
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

/** A device or condition that parts of a text are for, and how a browser on it shows itself. */
const platformSchema = z.strictObject({
  id: slug.meta({ example: 'iphone' }),
  name: inBothLanguages({ ja: 'iPhone・iPad', en: 'iPhone or iPad' }, 40),
  signs: z
    .array(z.string().trim().min(2).max(40))
    .default([])
    .describe('Words in the user agent of its browsers; the first platform with one of them is shown first')
    .meta({ example: ['iPhone', 'iPad'] }),
});

function target(openingHours: number) {
  return z.number().positive().max(400).default(openingHours).meta({ example: openingHours });
}
const targetsSchema = z.strictObject({ low: target(16), normal: target(8), high: target(4), urgent: target(1) });

/** `content/portal.yaml`: everything about the portal that is not an article. */
export const portalSchema = z
  .strictObject({
    name: inBothLanguages({ ja: 'アルク ヘルプセンター', en: 'Aruku Help Centre' }, 60),
    organisation: inBothLanguages({ ja: 'アルク', en: 'Aruku' }, 60),
    mission: inBothLanguages({ ja: '歩くたのしさを、足もとから。', en: 'We keep people walking.' }, 600),
    promises: z
      .array(
        z.strictObject({
          title: inBothLanguages({ ja: '同じことを二度お尋ねしません', en: 'You never explain twice' }, 60),
          text: inBothLanguages({ ja: '記録は窓口で共有します。', en: 'Whoever answers sees what you said.' }, 300),
        }),
      )
      .max(8)
      .default([])
      .describe('What the page about the mission promises, in order'),
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
          questions: questionsSchema,
          formerly,
        }),
      )
      .min(1)
      .refine((list) => new Set(list.map((category) => category.slug)).size === list.length, 'each slug once'),
    teams: z
      .array(
        z.strictObject({
          id: slug.meta({ example: 'customer-care' }),
          name: inBothLanguages({ ja: 'お客様窓口', en: 'Customer care' }, 40),
        }),
      )
      .default([])
      .refine((list) => new Set(list.map((team) => team.id)).size === list.length, 'each id once')
      .describe('Who answers for pages: what `owner` names')
      .meta({ example: [{ id: 'customer-care', name: { ja: 'お客様窓口', en: 'Customer care' } }] }),
    platforms: z
      .array(platformSchema)
      .default([])
      .refine((list) => new Set(list.map((platform) => platform.id)).size === list.length, 'each id once')
      .describe('What `<For platform="…">` tells apart, in the order readers choose from')
      .meta({ example: [{ id: 'iphone', name: { ja: 'iPhone・iPad', en: 'iPhone or iPad' }, signs: ['iPhone'] }] }),
    hours: z.record(slug, hoursSchema),
    channels: z
      .array(channelSchema)
      .min(1)
      .refine((list) => new Set(list.map((channel) => channel.id)).size === list.length, 'each id once')
      .refine((list) => list.some((channel) => !channel.off), 'at least one channel that is not off'),
    reply: z.strictObject({
      workingHours: z
        .number()
        .positive()
        .max(400)
        .describe('The promise: how many opening hours a first reply may take')
        .meta({ example: 8 }),
      hours: slug.describe('The calendar the promise counts in').meta({ example: 'customer-care' }),
      targets: targetsSchema
        .default({ low: 16, normal: 8, high: 4, urgent: 1 })
        .describe('How many opening hours an answer may take, by the priority of the conversation')
        .meta({ example: { urgent: 1 } }),
      closeSolvedAfterDays: z
        .int()
        .min(1)
        .max(365)
        .default(7)
        .describe('After how many days a solved conversation is closed: an answer then opens a new one')
        .meta({ example: 7 }),
    }),
    forum: forumSchema
      .optional()
      .describe('The forum, where customers help each other; left out, there is none')
      .meta({ example: { boards: ['shoes'], rules: [] } }),
    brand: brandSchema.default(defaultBrand),
    personalData: z
      .string()
      .regex(/^(faq|guides|troubleshooting)\/[a-z0-9]+(-[a-z0-9]+)*$/, 'an article without its language')
      .optional()
      .describe('The article about what the organisation itself keeps; the privacy page leads to it')
      .meta({ example: 'faq/personal-data' }),
    retention: retentionSchema
      .default(defaultRetention)
      .describe('How long each kind of data is kept')
      .meta({ example: { closedConversations: '24 months' } }),
    offline: z
      .boolean()
      .default(true)
      .describe('Whether pages that a reader has opened stay readable on their device without a network')
      .meta({ example: false }),
  })
  .check((context) => {
    const named = [
      ...context.value.channels.map((channel, index) => ({ name: channel.hours, path: ['channels', index, 'hours'] })),
      { name: context.value.reply.hours, path: ['reply', 'hours'] },
    ];
    const slugs = context.value.categories.map((category) => category.slug);
    for (const [index, board] of (context.value.forum?.boards ?? []).entries()) {
      if (slugs.includes(board)) continue;
      const path = ['forum', 'boards', index];
      context.issues.push({
        code: 'custom',
        input: board,
        path,
        message: `the slug of a category: ${slugs.join(', ')}`,
      });
    }
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
  })
  // What is off is out of everybody's sight from here on.
  .overwrite((portal) => ({ ...portal, channels: portal.channels.filter((channel) => !channel.off) }));
export type Portal = z.infer<typeof portalSchema>;
export type Category = Portal['categories'][number];
export type Platform = Portal['platforms'][number];
