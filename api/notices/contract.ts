import { z } from 'zod';

export const noticeKinds = ['outage', 'delay', 'shortage', 'holiday'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const severities = ['information', 'minor', 'major'] as const;
export type Severity = (typeof severities)[number];

export type NoticeEventKind = 'published' | 'edited' | 'updated' | 'ended' | 'withdrawn' | 'restored';

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

interface Texts {
  ja: string;
  en: string;
}

/** A notice as the desk sees it. Times are milliseconds since the epoch. */
export interface Notice {
  id: string;
  kind: NoticeKind;
  severity: Severity;
  title: Texts;
  text: Texts;
  startsAt: number;
  endsAt: number | null;
  categories: string[];
  /** Where it stands now. */
  view: NoticeView;
  version: number;
  updates: { id: string; text: Texts; isSolved: boolean; createdAt: number }[];
}

/** With who did what, in the order it happened. */
export interface NoticeWithHistory extends Notice {
  events: { kind: NoticeEventKind; by: string; createdAt: number }[];
}

export interface NoticePage {
  notices: Notice[];
  /** Pass as `after` for the next page; `null` at the end. */
  next: string | null;
}

/** How readers will see a notice, as HTML. */
export interface NoticePreview {
  ja: string;
  en: string;
}

/** One current notice in a public file: for programs, and in `html` as the pages show it. */
export interface PublicNotice {
  id: string;
  kind: NoticeKind;
  severity: Severity;
  title: string;
  text: string;
  startsAt: string;
  endsAt: string | null;
  categories: string[];
  updates: { at: string; text: string; isSolved: boolean }[];
  /** Site-absolute address in the history. */
  url: string;
  html: string;
}

/** `/notices/<language>.json`: what is current, the most severe first. Times are ISO 8601, in UTC. */
export interface PublicNotices {
  /** Changes with anything that is said here. */
  version: string;
  notices: PublicNotice[];
}
