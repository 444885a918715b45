import type { Language } from '../../content/schema/languages.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** One kind of data: what it is, what for, and how long, with the period from the settings. */
export interface KindText {
  id: string;
  name: string;
  what: string;
  why: string;
  kept: string;
}

/** How long each kind is kept, in words. */
export interface Periods {
  closedConversations: string;
  spam: string;
  voteComments: string;
  mails: string;
  receivedMails: string;
  auditLog: string;
  logs: string;
  backups: string;
  idempotencyKeys: string;
  privateLinks: string;
  sessions: string;
  oneTimeTokens: string;
}

export interface PrivacyTexts {
  title: string;
  lead: (organisation: string) => string;
  shop: string;
  kinds: {
    title: string;
    why: string;
    kept: string;
    /** What the contact form asks about a person, by the names of its questions. */
    asked: (questions: string) => string;
    rows: (periods: Periods) => KindText[];
  };
  seen: { title: string; lead: string; roles: { name: string; text: string }[]; nobody: string };
  cookies: { title: string; readers: string; staff: (period: string) => string };
  device: {
    title: string;
    lead: string;
    items: { name: string; text: string; isOffline?: true }[];
    withoutScript: string;
  };
  others: { title: string; text: string; mail: string };
  rights: { title: string; copy: string; erase: string; correct: string; hold: string; form: string; backups: string };
  contact: { title: string; text: (organisation: string) => string };
  day: (count: number) => string;
  month: (count: number) => string;
}

const texts: Record<Language, PrivacyTexts> = { ja, en };

export function privacyTexts(language: Language): PrivacyTexts {
  return texts[language];
}
