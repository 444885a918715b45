import type { apiClient } from '../../api/client.ts';
import type { Role } from './accounts/roles.ts';

/** What the pages of the desk are for: the parts of its menu, in their order. */
export const deskGroups = ['work', 'customers', 'settings'] as const;
export type DeskGroup = (typeof deskGroups)[number];

/** A page of the desk. Its element extends `DeskElement`, and is fetched when somebody opens the page. */
export interface DeskPage {
  /** The first part of its address: `#/notices/…`. */
  id: string;
  group: DeskGroup;
  /** Whether it stands in the line at the top besides, where there is room; the first two always do. */
  isEveryday?: true;
  text: { ja: string; en: string };
  element: keyof HTMLElementTagNameMap;
  load: () => Promise<unknown>;
  /** Who sees it; all staff unless it says so. The API refuses the others by itself. */
  roles?: readonly Role[];
  /** How much waits there for somebody, which stands beside its name. */
  count?: (api: ReturnType<typeof apiClient>['api']) => Promise<number>;
}

/** The pages of the desk, in the order of its menu within their groups; the first is where somebody arrives. */
export const deskPages: readonly DeskPage[] = [
  {
    id: 'tickets',
    group: 'work',
    isEveryday: true,
    text: { ja: 'お問い合わせ', en: 'Tickets' },
    element: 'mado-desk-tickets',
    load: () => import('./tickets/mado-desk-tickets.ts'),
    roles: ['owner', 'agent', 'moderator'],
    count: async (api) => (await (await api.desk.counts.$get()).json())['to-answer'] ?? 0,
  },
  {
    id: 'calls',
    group: 'work',
    isEveryday: true,
    text: { ja: '電話の記録', en: 'Log a call' },
    element: 'mado-desk-calls',
    load: () => import('./calls/mado-desk-calls.ts'),
    roles: ['owner', 'agent'],
  },
  {
    id: 'canned-answers',
    group: 'work',
    isEveryday: true,
    text: { ja: '定型文', en: 'Canned answers' },
    element: 'mado-desk-canned-answers',
    load: () => import('./canned-answers/mado-desk-canned-answers.ts'),
    roles: ['owner', 'agent', 'moderator'],
  },
  {
    id: 'notices',
    group: 'work',
    text: { ja: 'お知らせ', en: 'Notices' },
    element: 'mado-desk-notices',
    load: () => import('./notices/mado-desk-notices.ts'),
  },
  {
    id: 'mail-in',
    group: 'work',
    isEveryday: true,
    text: { ja: '受信メール', en: 'Mail in' },
    element: 'mado-desk-mail-in',
    load: () => import('./mail-in/mado-desk-mail-in.ts'),
    roles: ['owner', 'agent'],
  },
  {
    id: 'outbox',
    group: 'work',
    isEveryday: true,
    text: { ja: '送信箱', en: 'Outbox' },
    element: 'mado-desk-outbox',
    load: () => import('./outbox/mado-desk-outbox.ts'),
    roles: ['owner', 'agent'],
  },
  {
    id: 'moderation',
    group: 'work',
    isEveryday: true,
    text: { ja: 'フォーラムの確認', en: 'Forum moderation' },
    element: 'mado-desk-moderation',
    load: () => import('./moderation/mado-desk-moderation.ts'),
    roles: ['owner', 'moderator'],
    count: async (api) => (await (await api.moderation.counts.$get()).json()).pending,
  },
  {
    id: 'watched-words',
    group: 'work',
    text: { ja: '監視する言葉', en: 'Watched words' },
    element: 'mado-desk-watched-words',
    load: () => import('./moderation/words/mado-desk-watched-words.ts'),
    roles: ['owner', 'moderator'],
  },
  {
    id: 'mails',
    group: 'settings',
    text: { ja: 'メールの見本', en: 'Mails' },
    element: 'mado-desk-mails',
    load: () => import('./outbox/mado-desk-mails.ts'),
    roles: ['owner', 'agent'],
  },
  {
    id: 'customers',
    group: 'customers',
    text: { ja: 'お客様のデータ', en: 'Customer data' },
    element: 'mado-desk-customers',
    load: () => import('./customers/mado-desk-customers.ts'),
    roles: ['owner', 'agent'],
  },
  {
    id: 'blocked-senders',
    group: 'customers',
    text: { ja: '受信のブロック', en: 'Blocked senders' },
    element: 'mado-desk-blocked',
    load: () => import('./customers/mado-desk-blocked.ts'),
    roles: ['owner', 'agent'],
  },
  {
    id: 'people',
    group: 'settings',
    text: { ja: 'メンバー', en: 'People' },
    element: 'mado-desk-people',
    load: () => import('./accounts/mado-desk-people.ts'),
    roles: ['owner'],
  },
  {
    id: 'teams',
    group: 'settings',
    text: { ja: 'チーム', en: 'Teams' },
    element: 'mado-desk-teams',
    load: () => import('./accounts/mado-desk-teams.ts'),
    roles: ['owner'],
  },
  {
    id: 'account',
    group: 'settings',
    text: { ja: 'マイアカウント', en: 'My account' },
    element: 'mado-desk-account',
    load: () => import('./accounts/mado-desk-account.ts'),
    roles: ['owner', 'editor', 'moderator', 'agent', 'member'],
  },
  {
    id: 'export',
    group: 'settings',
    text: { ja: '書き出し', en: 'Export' },
    element: 'mado-desk-export',
    load: () => import('./export/mado-desk-export.ts'),
    roles: ['owner'],
  },
  {
    id: 'audit-log',
    group: 'settings',
    text: { ja: '操作の記録', en: 'Audit log' },
    element: 'mado-desk-audit',
    load: () => import('./audit/mado-desk-audit.ts'),
    roles: ['owner'],
  },
];

/** The pages for somebody with that role; all of them for an account that names none. */
export function pagesFor(pages: readonly DeskPage[], role: Role | undefined): readonly DeskPage[] {
  return pages.filter(({ roles }) => !role || (roles ? roles.includes(role) : role !== 'member'));
}
