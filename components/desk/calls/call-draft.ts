import { keepDraft, readDraft } from '../drafts.ts';

/** A call as it is being written down. */
export interface CallDraft {
  caller: string;
  subject: string;
  message: string;
  name: string;
  language: 'ja' | 'en';
  /** The ticket that it continues; empty for a new one. */
  reference: string;
  isSolved: boolean;
}

const key = 'a-call';

export function emptyCall(language: 'ja' | 'en'): CallDraft {
  return { caller: '', subject: '', message: '', name: '', language, reference: '', isSolved: false };
}

/** What was begun in this tab, or nothing yet. */
export function readCall(language: 'ja' | 'en'): CallDraft {
  try {
    return { ...emptyCall(language), ...(JSON.parse(readDraft(key)) as Partial<CallDraft>) };
  } catch {
    return emptyCall(language);
  }
}

export function keepCall(draft: CallDraft): void {
  keepDraft(key, isEmpty(draft) ? '' : JSON.stringify(draft));
}

/** Whether nothing was typed. */
export function isEmpty({ caller, subject, message, name }: CallDraft): boolean {
  return !`${caller}${subject}${message}${name}`.trim();
}

/** The first field without which a call cannot be logged; `null` when all are there. */
export function missingIn({ caller, subject, message }: CallDraft): 'caller' | 'subject' | 'message' | null {
  if (caller.trim().length < 3) return 'caller';
  if (!subject.trim()) return 'subject';
  return message.trim() ? null : 'message';
}
