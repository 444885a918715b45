const keyOf = (reference: string) => `mado-draft-${reference}`;

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
