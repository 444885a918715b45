import type { ConversationEvent, EventKind, Priority, TicketState } from '../../../api/tickets/contract.ts';
import { timeText } from '../time-text.ts';
import { messages } from './messages.ts';
import { priorityTexts } from './priority-texts.ts';

/** What an id stands for: a team, a category or an article. What is unknown stays as it is. */
export type NameOf = (id: string) => string;

/** What happened, as a sentence: `Emma gave it to Logistics`. */
export function eventText(
  { kind, by, detail }: ConversationEvent,
  language: 'ja' | 'en',
  timeZone: string,
  nameOf: NameOf,
): string {
  const to = detail['to'] ?? detail['tag'] ?? detail['until'] ?? '';
  return sentences[language][kind](by, {
    to: readable(kind, to, language, timeZone, nameOf),
    from: detail['from'] ?? '',
    into: detail['into'] ?? '',
    title: nameOf(detail['url'] ?? to),
    isGood: detail['score'] === 'good',
  });
}

/** The value that a kind of event tells of, in words. */
function readable(kind: EventKind, to: string, language: 'ja' | 'en', timeZone: string, nameOf: NameOf): string {
  if (kind === 'state-changed') return messages[language].states[to as TicketState] ?? to;
  if (kind === 'priority-changed') return priorityTexts[language][to as Priority] ?? to;
  if (kind === 'snoozed') return Date.parse(to) ? timeText(Date.parse(to), language, timeZone) : '';
  return to && nameOf(to);
}

interface Told {
  to: string;
  /** The other ticket: where it came from, or what it went into. */
  from: string;
  into: string;
  title: string;
  isGood: boolean;
}

/** Somebody did it, or it came of itself. */
const en = (by: string | null, did: string, happened: string) => (by ? `${by} ${did}` : happened);
const ja = (by: string | null, did: string, happened = did) => (by ? `${by}さんが${did}` : happened);

const sentences: Record<'ja' | 'en', Record<EventKind, (by: string | null, told: Told) => string>> = {
  ja: {
    opened: () => '受け付けました',
    'state-changed': (by, { to }) => ja(by, `状態を「${to}」にしました`, `状態が「${to}」になりました`),
    assigned: (by, { to }) => ja(by, to ? `担当を${to}さんにしました` : '担当者を外しました'),
    'handed-over': (by, { to }) => ja(by, to ? `${to}へ引き継ぎました` : 'チームを外しました'),
    'priority-changed': (by, { to }) => ja(by, `優先度を「${to}」にしました`),
    'category-changed': (by, { to }) => ja(by, to ? `分類を「${to}」にしました` : '分類を外しました'),
    'subject-changed': (by, { title }) => ja(by, title ? `件名を「${title}」にしました` : '件名を変更しました'),
    tagged: (by, { to }) => ja(by, `タグ「${to}」を付けました`),
    untagged: (by, { to }) => ja(by, `タグ「${to}」を外しました`),
    snoozed: (by, { to }) => ja(by, to ? `${to}まであとで対応にしました` : 'あとで対応にしました'),
    woken: (by) => (by ? `${by}さんが対応を再開しました` : 'あとで対応が終わりました'),
    merged: (by, { from, into }) =>
      ja(by, into ? `${into}に統合しました` : `${from || 'ほかのお問い合わせ'}をここに統合しました`),
    split: (by, { from, into }) =>
      ja(by, from ? `${from}からここに分けました` : `一部を${into || '別のお問い合わせ'}に分けました`),
    unmerged: (by, { from, into }) =>
      ja(by, from ? `${from}への統合を取り消しました` : `${into && `${into}の`}統合を取り消しました`),
    continued: (_, { from }) => `${from || '終了したお問い合わせ'}の続きです`,
    'customer-changed': (by) => ja(by, 'お客様のデータを統合したため、お客様が変わりました'),
    'article-linked': (by, { title }) => ja(by, `記事「${title}」を案内しました`),
    'reply-taken-back': (by) => ja(by, '返信を取り消しました'),
    bounced: () => '返信が宛先に届きませんでした',
    rated: (_, { isGood }) => `お客様の評価：${isGood ? '満足' : '不満'}`,
  },
  en: {
    opened: () => 'Opened',
    'state-changed': (by, { to }) => en(by, `set it to “${to}”`, `Now “${to}”`),
    assigned: (by, { to }) =>
      to ? en(by, `gave it to ${to}`, `Given to ${to}`) : en(by, 'gave it back', 'Is nobody’s now'),
    'handed-over': (by, { to }) =>
      to ? en(by, `handed it over to ${to}`, `Handed over to ${to}`) : en(by, 'took its team away', 'No team now'),
    'priority-changed': (by, { to }) => en(by, `set the priority to “${to}”`, `Priority: ${to}`),
    'category-changed': (by, { to }) =>
      to ? en(by, `put it into “${to}”`, `Category: ${to}`) : en(by, 'took its category away', 'No category now'),
    'subject-changed': (by, { title }) => {
      if (title) return en(by, `changed the subject to “${title}”`, `Subject: ${title}`);
      return en(by, 'changed the subject', 'The subject was changed');
    },
    tagged: (by, { to }) => en(by, `tagged it “${to}”`, `Tagged “${to}”`),
    untagged: (by, { to }) => en(by, `took the tag “${to}” off`, `Tag “${to}” taken off`),
    snoozed: (by, { to }) =>
      en(by, to ? `snoozed it until ${to}` : 'snoozed it', to ? `Snoozed until ${to}` : 'Snoozed'),
    woken: (by) => en(by, 'woke it up', 'No longer snoozed'),
    merged: (by, { from, into }) =>
      into
        ? en(by, `merged it into ${into}`, `Merged into ${into}`)
        : en(by, `merged ${from || 'another ticket'} into it`, `${from || 'Another ticket'} was merged in`),
    split: (by, { from, into }) =>
      from
        ? en(by, `split it off from ${from}`, `Split off from ${from}`)
        : en(by, `split a part off${into && ` as ${into}`}`, `A part was split off${into && ` as ${into}`}`),
    unmerged: (by, { from, into }) =>
      from
        ? en(by, `undid the merge into ${from}`, `The merge into ${from} was undone`)
        : en(by, `undid the merge${into && ` of ${into}`}`, `The merge${into && ` of ${into}`} was undone`),
    continued: (_, { from }) => `Goes on from ${from || 'a closed ticket'}`,
    'customer-changed': (by) => en(by, 'changed whose it is', 'It is another customer’s now'),
    'article-linked': (by, { title }) => en(by, `pointed to “${title}”`, `Article: ${title}`),
    'reply-taken-back': (by) => en(by, 'took a reply back', 'A reply was taken back'),
    bounced: () => 'A reply came back: the address did not take it',
    rated: (_, { isGood }) => `The customer was ${isGood ? 'satisfied' : 'not satisfied'}`,
  },
};
