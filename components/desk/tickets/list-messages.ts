import type { TicketView } from '../../../api/tickets/contract.ts';

/** What the page of tickets lists: the desk's views, and what a search finds. */
export type ListView = TicketView | 'search';

export interface TicketListMessages {
  views: Record<ListView, string>;
  empty: Record<ListView, string>;
  /** That the filters leave nothing. */
  emptyFiltered: string;
  nothingFound: (query: string) => string;
  choose: string;
  viewGroups: { work: string; later: string; saved: string };
  counted: (count: string) => string;
  shared: string;
  deleteView: (name: string) => string;
  viewDeleted: (name: string) => string;

  languages: Record<'ja' | 'en', string>;
  nobody: string;
  noTeam: string;
  assignee: (name: string) => string;
  overdue: (span: string) => string;
  dueIn: (span: string) => string;
  dueAt: (time: string) => string;
  waits: (span: string) => string;
  snoozedUntil: (time: string) => string;
  span: (minutes: number) => string;
  changed: string;
  select: (subject: string) => string;

  search: string;
  searchButton: string;
  filter: string;
  filters: {
    tag: string;
    category: string;
    priority: string;
    language: string;
    channel: string;
    assignee: string;
    team: string;
  };
  any: string;
  removeFilter: (filter: string) => string;
  clearFilters: string;
  saveView: string;
  renameView: string;
  viewName: string;
  shareView: string;
  save: string;
  viewSaved: (name: string) => string;

  arrivals: (count: number) => string;
  liveBroken: string;
  refreshNow: string;
}

export const messages: Record<'ja' | 'en', TicketListMessages> = {
  ja: {
    views: {
      'to-answer': '要返信',
      mine: '自分の担当',
      team: '自分のチーム',
      unassigned: '担当者なし',
      breaching: '期限が近い順',
      waiting: 'お客様待ち・保留',
      snoozed: 'あとで対応',
      done: '完了',
      spam: '迷惑',
      all: 'すべて',
      search: '検索結果',
    },
    empty: {
      'to-answer': '返信が必要なお問い合わせはありません。',
      mine: '担当しているお問い合わせはありません。「担当者なし」から選んで引き受けられます。',
      team: 'チームのお問い合わせはありません。',
      unassigned: '担当者の決まっていないお問い合わせはありません。',
      breaching: '期限のあるお問い合わせはありません。',
      waiting: 'お客様の返信を待っているお問い合わせはありません。',
      snoozed: 'あとで対応するお問い合わせはありません。',
      done: '完了したお問い合わせはまだありません。',
      spam: '迷惑なお問い合わせはありません。',
      all: 'お問い合わせはまだありません。届くとここに並びます。',
      search: 'お名前、件名、本文の言葉や受付番号を入力して検索してください。',
    },
    emptyFiltered: '条件に合うお問い合わせはありません。条件を減らしてお試しください。',
    nothingFound: (query) =>
      `「${query}」に一致するお問い合わせはありません。言葉を短くするか、別の言葉でお試しください。`,
    choose: '一覧からお問い合わせをお選びください。',
    viewGroups: { work: '対応する', later: 'そのほか', saved: '保存した一覧' },
    counted: (count) => `${count}件`,
    shared: '共有',
    deleteView: (name) => `「${name}」を削除`,
    viewDeleted: (name) => `「${name}」を削除しました`,

    languages: { ja: '日本語', en: '英語' },
    nobody: '担当者なし',
    noTeam: 'チームなし',
    assignee: (name) => `担当：${name}`,
    overdue: (span) => `期限を${span}超過`,
    dueIn: (span) => `期限まで${span}`,
    dueAt: (time) => `期限 ${time}`,
    waits: (span) => `${span}お待ち`,
    snoozedUntil: (time) => `${time}まで`,
    span: (minutes) =>
      minutes < 60
        ? `${minutes}分`
        : minutes < 48 * 60
          ? `${Math.floor(minutes / 60)}時間`
          : `${Math.floor(minutes / 1440)}日`,
    changed: '更新あり',
    select: (subject) => `「${subject}」を選択`,

    search: 'お問い合わせを検索',
    searchButton: '検索',
    filter: '絞り込み',
    filters: {
      tag: 'タグ',
      category: '分類',
      priority: '優先度',
      language: '言語',
      channel: '受付方法',
      assignee: '担当者',
      team: 'チーム',
    },
    any: '指定なし',
    removeFilter: (filter) => `条件「${filter}」を外す`,
    clearFilters: '条件をすべて外す',
    saveView: 'この条件を一覧として保存',
    renameView: '保存した一覧の名前と共有を変える',
    viewName: '一覧の名前',
    shareView: 'ほかの担当者と共有する',
    save: '保存',
    viewSaved: (name) => `「${name}」を保存しました`,

    arrivals: (count) => `新着${count}件を表示`,
    liveBroken: '自動更新が止まっています。1分ごとに読み込み直します。',
    refreshNow: '今すぐ読み込む',
  },
  en: {
    views: {
      'to-answer': 'To answer',
      mine: 'Mine',
      team: 'My team',
      unassigned: 'Unassigned',
      breaching: 'Due next',
      waiting: 'Waiting',
      snoozed: 'Snoozed',
      done: 'Done',
      spam: 'Spam',
      all: 'All',
      search: 'Search results',
    },
    empty: {
      'to-answer': 'Nothing needs an answer.',
      mine: 'Nothing is yours to answer. Take one from “Unassigned”.',
      team: 'Your team has nothing to answer.',
      unassigned: 'Everything is somebody’s.',
      breaching: 'Nothing is due.',
      waiting: 'Nothing is waiting for a customer.',
      snoozed: 'Nothing is snoozed.',
      done: 'Nothing is done yet.',
      spam: 'There is no spam.',
      all: 'There are no tickets yet. They appear here as they arrive.',
      search: 'Type a name, words of the subject or the message, or a reference.',
    },
    emptyFiltered: 'No ticket fits these filters. Remove one to see more.',
    nothingFound: (query) => `Nothing was found for “${query}”. Try fewer or other words.`,
    choose: 'Choose a ticket from the list.',
    viewGroups: { work: 'To do', later: 'Other', saved: 'Saved lists' },
    counted: (count) => `${count} tickets`,
    shared: 'shared',
    deleteView: (name) => `Delete “${name}”`,
    viewDeleted: (name) => `“${name}” deleted`,

    languages: { ja: 'Japanese', en: 'English' },
    nobody: 'Nobody',
    noTeam: 'No team',
    assignee: (name) => `Assigned to ${name}`,
    overdue: (span) => `Overdue by ${span}`,
    dueIn: (span) => `Due in ${span}`,
    dueAt: (time) => `Due ${time}`,
    waits: (span) => `Waiting ${span}`,
    snoozedUntil: (time) => `Until ${time}`,
    span: (minutes) =>
      minutes < 60
        ? `${minutes} min`
        : minutes < 48 * 60
          ? `${Math.floor(minutes / 60)} h`
          : `${Math.floor(minutes / 1440)} days`,
    changed: 'changed',
    select: (subject) => `Select “${subject}”`,

    search: 'Search tickets',
    searchButton: 'Search',
    filter: 'Filter',
    filters: {
      tag: 'Tag',
      category: 'Category',
      priority: 'Priority',
      language: 'Language',
      channel: 'Channel',
      assignee: 'Assignee',
      team: 'Team',
    },
    any: 'Any',
    removeFilter: (filter) => `Remove the filter “${filter}”`,
    clearFilters: 'Remove all filters',
    saveView: 'Save these filters as a list',
    renameView: 'Name and sharing of this saved list',
    viewName: 'Name of the list',
    shareView: 'Share it with colleagues',
    save: 'Save',
    viewSaved: (name) => `“${name}” saved`,

    arrivals: (count) => `Show ${count} new`,
    liveBroken: 'The list does not update by itself just now. It is loaded again every minute.',
    refreshNow: 'Load now',
  },
};
