import type { SanctionKind } from '../../../../api/moderation/contract.ts';

export interface MemberMessages {
  title: string;
  levels: readonly [string, string, string, string];
  facts: Record<'level' | 'since' | 'posts' | 'refused' | 'flags' | 'days', string>;
  fixed: string;
  staff: string;
  posts: (count: number) => string;
  flags: (agreed: number, disagreed: number) => string;
  days: (count: number) => string;
  silenced: (until: string) => string;
  suspended: (until: string) => string;
  page: string;
  sanctions: string;
  noSanctions: string;
  sanction: string;
  kinds: Record<SanctionKind, string>;
  until: (until: string) => string;
  by: (name: string, at: string) => string;
  lift: string;
  liftAsk: string;
  lifted: (at: string) => string;
  liftDone: string;
  level: string;
  keep: string;
  keepHint: string;
  set: string;
  setDone: (level: string) => string;
}

export const messages: Record<'ja' | 'en', MemberMessages> = {
  ja: {
    title: '投稿者について',
    levels: ['レベル0（はじめて）', 'レベル1（なじみ）', 'レベル2（常連）', 'レベル3（頼れる常連）'],
    facts: {
      level: '信頼レベル',
      since: '登録日',
      posts: '投稿',
      refused: '不掲載',
      flags: '通報の実績',
      days: '訪問',
    },
    fixed: '固定',
    staff: 'スタッフです。措置やレベルの設定は、管理者がアカウントの画面で行います。',
    posts: (count) => `${count}件`,
    flags: (agreed, disagreed) => `妥当${agreed}件・不当${disagreed}件`,
    days: (count) => `${count}日`,
    silenced: (until) => `事前確認の対象（${until}まで）`,
    suspended: (until) => `利用停止中（${until}まで）`,
    page: '公開プロフィール',
    sanctions: 'これまでの措置',
    noSanctions: '措置を受けたことはありません。',
    sanction: '措置をとる…',
    kinds: { warning: '警告', silence: '事前確認', suspension: '利用停止' },
    until: (until) => `${until}まで`,
    by: (name, at) => `${at}、${name}`,
    lift: '取り消す',
    liftAsk: 'この措置を取り消しますか。本人に伝わっている場合は、取り消しもメールで知らせます。',
    lifted: (at) => `取り消し済み（${at}）`,
    liftDone: '措置を取り消しました。',
    level: '信頼レベル',
    keep: 'このレベルに固定する',
    keepHint: '固定すると、活動によって上がり下がりしません。',
    set: 'レベルを設定',
    setDone: (level) => `${level}に設定しました。`,
  },
  en: {
    title: 'About the author',
    levels: ['Level 0: new', 'Level 1: known', 'Level 2: regular', 'Level 3: trusted'],
    facts: {
      level: 'Trust',
      since: 'Member since',
      posts: 'Posts',
      refused: 'Refused',
      flags: 'Flags they raised',
      days: 'Visits',
    },
    fixed: 'fixed',
    staff: 'This is staff: their account is the owner’s matter.',
    posts: (count) => String(count),
    flags: (agreed, disagreed) => `${agreed} agreed with, ${disagreed} not`,
    days: (count) => (count === 1 ? 'one day' : `${count} days`),
    silenced: (until) => `Silenced until ${until}`,
    suspended: (until) => `Suspended until ${until}`,
    page: 'Public page',
    sanctions: 'Sanctions so far',
    noSanctions: 'None.',
    sanction: 'Sanction…',
    kinds: { warning: 'Warning', silence: 'Silence', suspension: 'Suspension' },
    until: (until) => `until ${until}`,
    by: (name, at) => `${name}, ${at}`,
    lift: 'Lift it',
    liftAsk: 'Lift this sanction? Whoever has heard of it hears of that, too.',
    lifted: (at) => `Lifted ${at}`,
    liftDone: 'The sanction is lifted.',
    level: 'Level of trust',
    keep: 'Keep it at that',
    keepHint: 'It then neither rises nor falls with what they do.',
    set: 'Set the level',
    setDone: (level) => `Set to ${level}.`,
  },
};
