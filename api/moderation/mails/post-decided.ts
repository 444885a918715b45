import { eq, sql } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import { greeting } from '../../mail/greeting.ts';
import type { MailBlock, MailKind } from '../../mail/mail.ts';
import type { DecidedItem } from '../decisions.ts';
import { ruleTitle } from '../rules.ts';
import { reviewEvents, moderationDecisions } from '../tables.ts';
import { guidelinesUrl, ownPageUrl, roleName } from './words.ts';

interface Decided {
  /** Which is looked at anew: what was undone meanwhile is not told. */
  decision: string;
  titles: string[];
}

/** Tells an author that posts of theirs are not shown, by which rule and whose role, and what they can do. */
export const postDecided: MailKind<Decided> = {
  async write({ decision: id, titles }, { services, language, to }) {
    const found = id.startsWith('example') ? exampleOf(id, language) : await decisionAt(services, id);
    if (!found) return null;
    const says = texts[language];
    const isReturned = found.action === 'return';
    const rule = ruleTitle(services, found.rule, language) ?? found.ruleTitle ?? null;
    const organisation = services.portal().organisation[language];
    const facts = [
      ...(rule === null ? [] : [{ name: says.rule, value: rule }]),
      { name: says.by, value: roleName(found.role, language) },
    ];
    const blocks: MailBlock[] = [
      { text: greeting(to.name, language) },
      { text: isReturned ? says.returned(organisation) : says.hidden(organisation) },
      ...titles.map((title) => ({ quote: title })),
      { facts },
      ...(found.note ? [{ text: says.note }, { quote: found.note }] : []),
      { text: isReturned ? says.revise : says.appeal },
      { button: isReturned ? says.toRevise : says.toAppeal, url: ownPageUrl(language) },
      { links: [{ text: says.guidelines, url: guidelinesUrl(language) }] },
    ];
    return {
      subject: isReturned ? says.returnedSubject(organisation) : says.hiddenSubject(organisation),
      blocks,
      why: says.why(organisation),
    };
  },
  examples: (language) => [
    { decision: 'example-return', titles: [texts[language].example] },
    { decision: 'example-remove', titles: [texts[language].example, texts[language].otherExample] },
  ],
};

interface Found {
  action: string;
  rule: string | null;
  note: string | null;
  role: string | null;
  ruleTitle?: string;
}

/** What was decided, if it still stands: not undone, and not shown again by another decision. */
async function decisionAt({ db }: { db: import('../../db/database.ts').Database }, id: string): Promise<Found | null> {
  const [row] = await db.read
    .select({ decision: moderationDecisions, role: reviewEvents.role })
    .from(moderationDecisions)
    .innerJoin(reviewEvents, eq(reviewEvents.decisionId, moderationDecisions.id))
    .where(eq(moderationDecisions.id, id))
    .limit(1);
  const items = (row?.decision.before as { items?: DecidedItem[] } | undefined)?.items ?? [];
  const left = items.flatMap((item) => (item.undone === undefined && item.post !== null ? [item.post] : []));
  const [shown] = await db.read.values<[number]>(
    sql`select count(*) from forum_posts where visibility = 'visible' and id in (select value from json_each(${JSON.stringify(left)}))`,
  );
  const stands = left.length > (shown?.[0] ?? 0);
  return row && stands ? { ...row.decision, role: row.role } : null;
}

function exampleOf(id: string, language: Language): Found {
  const says = texts[language];
  const action = id.split('-')[1] ?? '';
  return {
    action,
    rule: null,
    ruleTitle: says.exampleRule,
    note: action === 'return' ? says.exampleNote : null,
    role: 'moderator',
  };
}

const texts = {
  ja: {
    returnedSubject: (organisation: string) => `【${organisation}】ご投稿の修正をお願いします`,
    hiddenSubject: (organisation: string) => `【${organisation}】ご投稿を非掲載としました`,
    returned: (organisation: string) =>
      `${organisation}のフォーラムへのご投稿について、修正をお願いしたい点がありました。修正していただければ、あらためて確認のうえ掲載します。`,
    hidden: (organisation: string) =>
      `${organisation}のフォーラムへの次のご投稿は、ガイドラインに沿って確認した結果、掲載しないことといたしました。`,
    rule: '該当するルール',
    by: '判断した担当',
    note: '担当者からのメッセージ：',
    revise: 'ご自分の投稿のページから、内容を修正して送り直せます。',
    appeal:
      'この判断に納得がいかないときは、ご自分の投稿のページから再確認をお申し出ください。別の担当者が確認します。',
    toRevise: '投稿を修正する',
    toAppeal: '自分の投稿を見る',
    guidelines: 'フォーラムのガイドライン',
    why: (organisation: string) => `${organisation}のフォーラムに投稿された方にお送りしています。`,
    example: '中敷きは洗えますか',
    otherExample: '雨の日の手入れ',
    exampleRule: '個人情報は書き込まない',
    exampleNote: 'ご注文番号が書かれています。番号を消して、もう一度お送りください。',
  },
  en: {
    returnedSubject: (organisation: string) => `Your post at ${organisation} needs a change`,
    hiddenSubject: (organisation: string) => `Your post at ${organisation} is not shown`,
    returned: (organisation: string) =>
      `Something in your post in the ${organisation} forum needs to change first. Once you have revised it, we’ll look at it again and publish it.`,
    hidden: (organisation: string) =>
      `We looked at what you posted in the ${organisation} forum, and by our guidelines it can’t be shown.`,
    rule: 'Rule',
    by: 'Decided by',
    note: 'They wrote:',
    revise: 'You can revise it and send it again from your own page in the forum.',
    appeal:
      'If you think that this is wrong, ask for another look on your own page in the forum. Somebody else will see to it.',
    toRevise: 'Revise it',
    toAppeal: 'See your posts',
    guidelines: 'Guidelines of the forum',
    why: (organisation: string) => `You get this e-mail because you posted in the ${organisation} forum.`,
    example: 'Can I wash the insoles?',
    otherExample: 'Walking in the rain',
    exampleRule: 'Keep private things private',
    exampleNote: 'There is an order number in it. Please take it out and send the post again.',
  },
};
