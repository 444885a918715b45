import type { Language } from '../../../content/schema/languages.ts';
import type { Role } from '../../access/rules.ts';

/** What roles are called in mails; the desk has the same words. */
export const roleNames: Record<Language, Record<Role, string>> = {
  ja: { owner: '管理者', editor: '編集者', moderator: 'モデレーター', agent: '担当者', member: '会員' },
  en: { owner: 'owner', editor: 'editor', moderator: 'moderator', agent: 'agent', member: 'member' },
};
