import { z } from 'zod';

export const noticeKinds = ['outage', 'delay', 'shortage', 'holiday'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const severities = ['information', 'minor', 'major'] as const;
export type Severity = (typeof severities)[number];

const noticeEventKinds = ['published', 'edited', 'updated', 'ended', 'withdrawn', 'restored'] as const;
export type NoticeEventKind = (typeof noticeEventKinds)[number];

/** The end of the year 9999: what every calendar and format can still write. */
const latestInstant = 253_402_300_799_999;
const instant = z.int().min(0).max(latestInstant);

/** Characters that no XML may hold (XML 1.0, 2.2): a feed with one of them cannot be read at all. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const plainText = (longest: number) =>
  z
    .string()
    .transform((text) => text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(unwritable, ''))
    .pipe(z.string().trim().min(1).max(longest));
const inBothLanguages = (longest: number) => z.strictObject({ ja: plainText(longest), en: plainText(longest) });

/** What staff publish. It starts at once without a start, and lasts until somebody ends it without an end. */
export const noticeInput = z.strictObject({
  kind: z.enum(noticeKinds),
  severity: z.enum(severities),
  title: inBothLanguages(100),
  text: inBothLanguages(2000),
  startsAt: instant.optional(),
  endsAt: instant.nullable().default(null),
  /** Slugs of the categories it touches; none means everything. */
  categories: z.array(z.string().min(1).max(100)).max(100).default([]),
});
export type NoticeInput = z.output<typeof noticeInput>;

/** The version of the notice that the person was looking at. */
const version = z.int().min(1);

export const noticeChange = noticeInput.extend({ startsAt: instant, version });
export type NoticeChange = z.output<typeof noticeChange>;

export const updateInput = z.strictObject({
  text: inBothLanguages(2000),
  isSolved: z.boolean().default(false),
  version,
});
export type UpdateInput = z.output<typeof updateInput>;

export const endInput = z.strictObject({ version });

export const withdrawalInput = z.strictObject({ isWithdrawn: z.boolean(), version });
export type WithdrawalInput = z.output<typeof withdrawalInput>;

/** The desk's lists. */
export const noticeViews = ['current', 'planned', 'ended', 'withdrawn'] as const;
export type NoticeView = (typeof noticeViews)[number];

const texts = z.strictObject({ ja: z.string(), en: z.string() });
const time = z.int().describe('Milliseconds since the epoch');
const isoTime = z.string().describe('ISO 8601, in UTC');

export const notice = z
  .strictObject({
    id: z.string(),
    kind: z.enum(noticeKinds),
    severity: z.enum(severities),
    title: texts,
    text: texts,
    startsAt: time,
    endsAt: time.nullable(),
    categories: z.array(z.string()),
    view: z.enum(noticeViews).describe('Where it stands now'),
    version: z.int().describe('Grows with every change; a change names the version that was seen'),
    updates: z.array(z.strictObject({ id: z.string(), text: texts, isSolved: z.boolean(), createdAt: time })),
  })
  .meta({ id: 'Notice', description: 'A notice as the desk sees it.' });
export type Notice = z.output<typeof notice>;

export const noticeWithHistory = notice
  .extend({
    events: z.array(z.strictObject({ kind: z.enum(noticeEventKinds), by: z.string(), createdAt: time })),
  })
  .meta({ id: 'NoticeWithHistory', description: 'With who did what, in the order it happened.' });
export type NoticeWithHistory = z.output<typeof noticeWithHistory>;

export const noticePage = z
  .strictObject({
    notices: z.array(notice),
    next: z.string().nullable().describe('Pass as `after` for the next page; null at the end'),
  })
  .meta({ id: 'NoticePage' });
export type NoticePage = z.output<typeof noticePage>;

export const noticePreview = z
  .strictObject({ ja: z.string(), en: z.string() })
  .meta({ id: 'NoticePreview', description: 'How readers will see a notice, as HTML.' });
export type NoticePreview = z.output<typeof noticePreview>;

export const publicNotice = z
  .strictObject({
    id: z.string(),
    kind: z.enum(noticeKinds),
    severity: z.enum(severities),
    title: z.string(),
    text: z.string(),
    startsAt: isoTime,
    endsAt: isoTime.nullable(),
    categories: z.array(z.string()),
    updates: z.array(z.strictObject({ at: isoTime, text: z.string(), isSolved: z.boolean() })),
    url: z.string().describe('Site-absolute address in the history'),
    html: z.string().describe('As the pages show it'),
  })
  .meta({ id: 'PublicNotice', description: 'One current notice in a public file.' });
export type PublicNotice = z.output<typeof publicNotice>;

export const publicNotices = z
  .strictObject({
    version: z.string().describe('Changes with anything that is said here'),
    notices: z.array(publicNotice),
  })
  .meta({ id: 'PublicNotices', description: 'What is current, the most severe first.' });
export type PublicNotices = z.output<typeof publicNotices>;
