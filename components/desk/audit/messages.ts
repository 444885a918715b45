import type { DeskListTexts } from '../desk-list.ts';

export const auditViews = ['all', 'tickets', 'notices', 'accounts'] as const;
export type AuditView = (typeof auditViews)[number];

interface AuditMessages extends DeskListTexts<AuditView> {
  filter: { label: string; action: string; any: string; from: string; to: string };
  /** All of what is chosen, as a table. */
  save: string;
  by: string;
  nobody: string;
  someoneGone: string;
  at: string;
  target: string;
  targets: Record<string, string>;
  detail: string;
  request: string;
  requestHint: string;
}

export const messages: Record<'ja' | 'en', AuditMessages> = {
  ja: {
    views: { all: 'すべて', tickets: 'お問い合わせ', notices: 'お知らせ', accounts: 'アカウント' },
    empty: {
      all: '条件に合う記録はありません。',
      tickets: '条件に合うお問い合わせの記録はありません。',
      notices: '条件に合うお知らせの記録はありません。',
      accounts: '条件に合うアカウントの記録はありません。',
    },
    choose: '一覧から記録をお選びください。記録は追加されるだけで、変更できません。',
    filter: { label: '絞り込み', action: '操作', any: 'すべての操作', from: '開始日', to: '終了日' },
    save: 'この条件の記録をCSVで保存',
    by: '操作した人',
    nobody: 'システムまたはお客様',
    someoneGone: '削除されたアカウント',
    at: '日時',
    target: '対象',
    targets: {
      ticket: 'お問い合わせ',
      notice: 'お知らせ',
      account: 'アカウント',
      invitation: '招待',
      team: 'チーム',
      'staff-rules': 'スタッフの規則',
      'audit-log': '操作の記録',
      'blocked-sender': 'ブロックした送信元',
      'canned-answer': '定型文',
      customer: 'お客様',
      mail: '送信メール',
      'received-mail': '受信メール',
      portal: 'ヘルプセンター',
      conversations: 'お問い合わせ',
    },
    detail: '内容',
    request: 'リクエストID',
    requestHint: 'サーバーのログにも同じIDがあります。',
  },
  en: {
    views: { all: 'Everything', tickets: 'Tickets', notices: 'Notices', accounts: 'Accounts' },
    empty: {
      all: 'There is no such entry.',
      tickets: 'There is no such entry about tickets.',
      notices: 'There is no such entry about notices.',
      accounts: 'There is no such entry about accounts.',
    },
    choose: 'Choose an entry from the list. Entries are added, and never changed.',
    filter: { label: 'Narrow down', action: 'What was done', any: 'Anything', from: 'From', to: 'Until' },
    save: 'Save these as CSV',
    by: 'By',
    nobody: 'The portal, or a customer',
    someoneGone: 'An account that is gone',
    at: 'When',
    target: 'To what',
    targets: {
      ticket: 'Ticket',
      notice: 'Notice',
      account: 'Account',
      invitation: 'Invitation',
      team: 'Team',
      'staff-rules': 'Rules for staff',
      'audit-log': 'Audit log',
      'blocked-sender': 'Blocked sender',
      'canned-answer': 'Canned answer',
      customer: 'Customer',
      mail: 'Mail',
      'received-mail': 'Received mail',
      portal: 'Help centre',
      conversations: 'Tickets',
    },
    detail: 'Details',
    request: 'Request',
    requestHint: 'The server’s log has the same id.',
  },
};
