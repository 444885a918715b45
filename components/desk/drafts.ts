const prefix = 'mado-draft-';
const keyOf = (reference: string) => `${prefix}${reference}`;

/** Replies that were begun and not sent, in this tab: they outlive another ticket, a reload, and a session that ended. */
export function readDraft(reference: string): string {
  try {
    return sessionStorage.getItem(keyOf(reference)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(reference: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(keyOf(reference), text);
    else sessionStorage.removeItem(keyOf(reference));
  } catch {
    // Storage is full or switched off: the draft then lives as long as the page.
  }
}

/** Forgets all of them: who signs out leaves nothing behind (OWASP ASVS 5.0 14.3.1). */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Storage is switched off: there are none.
  }
}
