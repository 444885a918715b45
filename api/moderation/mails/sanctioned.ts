import { eq } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import { greeting } from '../../mail/greeting.ts';
import type { MailBlock, MailKind } from '../../mail/mail.ts';
import { momentText } from '../../mail/time-text.ts';
import type { SanctionKind } from '../contract.ts';
import { ruleTitle } from '../rules.ts';
import { sanctions } from '../tables.ts';
import { guidelinesUrl, ownPageUrl, roleName } from './words.ts';

interface Sanctioned {
  sanction: string;
  kind: SanctionKind;
  rule: string | null;
  reason: string;
  until: number | null;
}

/** Tells a member of a warning, or what they may not do, until when, why and by whose role. Nothing, if it was lifted meanwhile. */
export const sanctioned: MailKind<Sanctioned> = {
  async write({ sanction, kind, rule, reason, until }, { services, language, to }) {
    const [row] =
      sanction === 'example'
        ? [{ liftedAt: null, role: 'moderator' }]
        : await services.db.read
            .select({ liftedAt: sanctions.liftedAt, role: accounts.role })
            .from(sanctions)
            .leftJoin(accounts, eq(accounts.id, sanctions.byAccountId))
            .where(eq(sanctions.id, sanction));
    if (!row || row.liftedAt !== null) return null;
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const title = ruleTitle(services, rule, language);
    const facts = [
      ...(title === null ? [] : [{ name: says.rule, value: title }]),
      { name: says.by, value: roleName(row.role, language) },
      ...(until === null ? [] : [{ name: says.until, value: momentText(until, language, services.timeZone()) }]),
    ];
    const blocks: MailBlock[] = [
      { text: greeting(to.name, language) },
      { text: says[kind](organisation) },
      { facts },
      { text: says.reason },
      { quote: reason },
      ...(kind === 'warning' ? [] : [{ text: says.after }]),
      { button: says.guidelines, url: guidelinesUrl(language) },
      { links: [{ text: says.own, url: ownPageUrl(language) }] },
    ];
    return { subject: says.subjects[kind](organisation), blocks, why: says.why(organisation) };
  },
  examples: (language) => {
    const { exampleReason: reason } = texts[language];
    const until = Date.parse('2026-12-01T09:00:00+09:00');
    const example = { sanction: 'example', rule: 'kind', reason };
    return [
      { ...example, kind: 'warning', until: null },
      { ...example, kind: 'silence', until },
      { ...example, kind: 'suspension', until },
    ];
  },
};

/** Tells a member that what they could not do they can do again. */
export const sanctionLifted: MailKind<{ kind: SanctionKind }> = {
  async write({ kind }, { services, language, to }) {
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    return {
      subject: says.liftedSubject(organisation),
      blocks: [
        { text: greeting(to.name, language) },
        { text: kind === 'warning' ? says.warningLifted : says.lifted(organisation) },
        { button: says.own, url: ownPageUrl(language) },
      ],
      why: says.why(organisation),
    };
  },
  examples: () => [{ kind: 'suspension' }, { kind: 'warning' }],
};

type Names = Record<SanctionKind, (organisation: string) => string>;

const ja = {
  subjects: {
    warning: (organisation) => `【${organisation}】フォーラムのご利用についてのお願い`,
    silence: (organisation) => `【${organisation}】ご投稿を確認してから掲載いたします`,
    suspension: (organisation) => `【${organisation}】フォーラムへの投稿を停止しました`,
  } satisfies Names,
  warning: (organisation: string) =>
    `${organisation}のフォーラムでのご投稿について、ガイドラインに沿ったご利用をお願いいたします。`,
  silence: (organisation: string) =>
    `${organisation}のフォーラムへのご投稿は、次の日時まで、担当者が確認してから掲載いたします。`,
  suspension: (organisation: string) =>
    `${organisation}のフォーラムへの投稿と報告を、次の日時まで停止しました。これまでどおり、閲覧はしていただけます。`,
  rule: '該当するルール',
  by: '判断した担当',
  until: '期限',
  reason: '担当者からのメッセージ：',
  after: '期限を過ぎると、自動的に元どおりご利用いただけます。',
  guidelines: 'ガイドラインを読む',
  own: '自分の投稿を見る',
  liftedSubject: (organisation: string) => `【${organisation}】フォーラムの利用制限を解除しました`,
  lifted: (organisation: string) =>
    `${organisation}のフォーラムの利用制限を解除しました。いまから、これまでどおりご利用いただけます。`,
  warningLifted:
    '先日お送りした、フォーラムのご利用についてのお願いを取り消しました。ご心配をおかけし、申し訳ございませんでした。',
  why: (organisation: string) => `${organisation}のフォーラムの会員の方にお送りしています。`,
  exampleReason: 'ほかの方を傷つける書き込みが続いています。ご意見は、落ち着いたことばでお書きください。',
};

const en: typeof ja = {
  subjects: {
    warning: (organisation: string) => `A word about your posts at ${organisation}`,
    silence: (organisation: string) => `Your posts at ${organisation} wait for us for a while`,
    suspension: (organisation: string) => `You can’t post at ${organisation} for a while`,
  },
  warning: (organisation) =>
    `This is about what you posted in the ${organisation} forum. Please keep to our guidelines.`,
  silence: (organisation) => `For a while, we look at your posts in the ${organisation} forum before they appear.`,
  suspension: (organisation) =>
    `For a while, you can’t post or flag in the ${organisation} forum. You can go on reading.`,
  rule: 'Rule',
  by: 'Decided by',
  until: 'Until',
  reason: 'They wrote:',
  after: 'After that, everything is as it was, and you need not do anything.',
  guidelines: 'Read the guidelines',
  own: 'See your posts',
  liftedSubject: (organisation) => `You can post at ${organisation} again`,
  lifted: (organisation) => `What limited you in the ${organisation} forum has been lifted. You can post as before.`,
  warningLifted: 'We have taken back the warning that we sent you. We are sorry for the trouble.',
  why: (organisation) => `You get this e-mail because you are a member of the ${organisation} forum.`,
  exampleReason: 'Several of your posts were hurtful. Please disagree in calmer words.',
};

const texts = { ja, en };
