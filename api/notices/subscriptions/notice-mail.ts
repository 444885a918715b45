import { eq } from 'drizzle-orm';
import type { MailContext, MailKind, MailText } from '../../mail/mail.ts';
import { momentText } from '../../mail/time-text.ts';
import type { Notice } from '../contract.ts';
import { noticesWhere } from '../read.ts';
import { noticeUrl } from '../render.ts';
import { notices } from '../tables.ts';
import { noticeTexts } from '../texts.ts';
import { stopPath } from './stop-link.ts';
import { noticeSubscribers } from './tables.ts';

export interface NoticeMail {
  subscriberId: string;
  noticeId: string;
  /** `null` for the notice itself. */
  updateId: string | null;
  /** For the gallery: a notice that is nowhere stored. */
  sample?: Notice;
}

/** A notice, or how things stand with it, to one subscriber. */
export const noticeMail: MailKind<NoticeMail> = {
  async write(payload, context) {
    const notice = payload.sample ?? (await noticeFor(payload, context));
    if (!notice) return null;
    const update = notice.updates.find(({ id }) => id === payload.updateId);
    if (payload.updateId !== null && !update) return null;
    return textOf(payload, notice, update, context);
  },

  examples: () => [
    { ...sampleIds, updateId: null, sample: sample() },
    { ...sampleIds, updateId: 'update', sample: sample() },
    { ...sampleIds, updateId: 'solved', sample: sample() },
  ],
};

/** `null` when the notice was taken back, or the subscriber has gone. */
async function noticeFor({ subscriberId, noticeId }: NoticeMail, { services: { db, clock } }: MailContext) {
  const [subscriber] = await db.read
    .select({ id: noticeSubscribers.id })
    .from(noticeSubscribers)
    .where(eq(noticeSubscribers.id, subscriberId));
  const [notice] = await noticesWhere(db, eq(notices.id, noticeId), clock(), 1);
  return subscriber && (notice?.view === 'current' || notice?.view === 'ended') ? notice : null;
}

function textOf(
  { subscriberId }: NoticeMail,
  notice: Notice,
  update: Notice['updates'][number] | undefined,
  { services, language }: MailContext,
): MailText {
  const says = texts[language];
  const ofNotices = noticeTexts[language];
  const organisation = services.portal().organisation[language];
  const moment = (at: number) => momentText(at, language, services.timeZone());
  const label = update ? (update.isSolved ? ofNotices.solved : ofNotices.updated) : ofNotices.kinds[notice.kind];
  const span =
    notice.endsAt === null
      ? ofNotices.from(moment(notice.startsAt))
      : ofNotices.span(moment(notice.startsAt), moment(notice.endsAt));
  return {
    subject: says.subject(organisation, label, notice.title[language]),
    blocks: [
      { heading: notice.title[language] },
      { text: update ? update.text[language] : notice.text[language] },
      {
        facts: [
          { name: ofNotices.kinds[notice.kind], value: span },
          ...(update ? [{ name: label, value: moment(update.createdAt) }] : []),
        ],
      },
      { button: says.read, url: noticeUrl(notice, language) },
    ],
    why: says.why(organisation),
    unsubscribeUrl: `${services.publicUrl}${stopPath(services.secret, subscriberId, language)}`,
  };
}

const texts = {
  ja: {
    subject: (organisation: string, label: string, title: string) => `【${organisation}】${label}：${title}`,
    read: 'お知らせのページで見る',
    why: (organisation: string) => `${organisation}のお知らせメールにご登録いただいた方へお送りしています。`,
  },
  en: {
    subject: (organisation: string, label: string, title: string) => `${organisation}: ${label}: ${title}`,
    read: 'Read it on the notices page',
    why: (organisation: string) => `You get this e-mail because you asked ${organisation} for notices by e-mail.`,
  },
};

const sampleIds = { subscriberId: 'example', noticeId: 'example' };

function sample(): Notice {
  return {
    id: 'example',
    kind: 'delay',
    severity: 'minor',
    title: { ja: '雪のため、お届けに遅れが出ています', en: 'Snow is holding up deliveries' },
    text: {
      ja: '北陸地方へのお届けが、1〜2日遅れています。お急ぎのところ、ご迷惑をおかけします。',
      en: 'Deliveries to Hokuriku take one or two days longer than usual. We’re sorry for the wait.',
    },
    startsAt: sampleTime('09:30'),
    endsAt: null,
    categories: ['delivery'],
    view: 'current',
    version: 1,
    updates: [
      sampleUpdate('update', '15:00', false, {
        ja: '高速道路の通行止めが解除され、配送を順次再開しています。',
        en: 'The motorway is open again, and parcels are on their way.',
      }),
      sampleUpdate('solved', '18:30', true, {
        ja: 'すべての地域で、通常どおりのお届けに戻りました。',
        en: 'Parcels arrive everywhere as usual again.',
      }),
    ],
  };
}

function sampleUpdate(id: string, time: string, isSolved: boolean, text: { ja: string; en: string }) {
  return { id, text, isSolved, createdAt: sampleTime(time) };
}

function sampleTime(time: string): number {
  return Date.parse(`2026-12-14T${time}:00+09:00`);
}
