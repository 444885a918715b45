import type { Language } from '../../../content/schema/languages.ts';

/* What the mails of moderators have in common. */

/** Where members see what became of their posts, and appeal. */
export function ownPageUrl(language: Language): string {
  return `/${language}/forum/own/`;
}

export function guidelinesUrl(language: Language): string {
  return `/${language}/forum/guidelines/`;
}

const roles: Record<Language, Record<'owner' | 'moderator' | 'other', string>> = {
  ja: { owner: '管理者', moderator: 'モデレーター', other: '運営担当' },
  en: { owner: 'An owner', moderator: 'A moderator', other: 'Our staff' },
};

/** Whose decision it was, as authors read it: a role, never a name. */
export function roleName(role: string | null, language: Language): string {
  return roles[language][role === 'owner' || role === 'moderator' ? role : 'other'];
}
