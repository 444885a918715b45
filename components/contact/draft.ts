const key = 'mado-contact-draft';
const keptMs = 7 * 86_400_000;

/*
 * What is being written, kept on this device as it is typed: for a week, until it is sent, or until its writer starts
 * over. Who closes the browser comes back to it.
 */

/** Values by the names of their fields, and the category that they are about. */
export type Draft = Record<string, string>;

/** Nothing but a category and what the browser filled in by itself is no draft. */
const ofThemselves: ReadonlySet<string> = new Set(['category', 'email', 'name']);

export function keepDraft(fields: Draft): void {
  const isWritten = Object.entries(fields).some(([name, value]) => value.trim() && !ofThemselves.has(name));
  if (!isWritten) {
    forgetDraft();
    return;
  }
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }));
  } catch {
    // Storage is full or switched off: what was written then lives as long as the page.
  }
}

/** What was written here within a week; `null` when there is nothing. */
export function readDraft(): Draft | null {
  try {
    const { at, fields } = JSON.parse(localStorage.getItem(key) ?? '') as { at: number; fields: Draft };
    if (Date.now() - at < keptMs) return fields;
    forgetDraft();
  } catch {
    // There is none, or it is not ours.
  }
  return null;
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // There is none.
  }
}
