import { type Draft, KeptDraft } from '../base/kept-draft.ts';

export type { Draft };

/** What is being written, and the category that it is about. */
const kept = new KeptDraft('mado-contact-draft');

/** Nothing but a category and what the browser filled in by itself is no draft. */
const ofThemselves: ReadonlySet<string> = new Set(['category', 'email', 'name']);

export function keepDraft(fields: Draft): void {
  const isWritten = Object.entries(fields).some(([name, value]) => value.trim() && !ofThemselves.has(name));
  if (isWritten) kept.keep(fields);
  else kept.forget();
}

/** What was written here within a week; `null` when there is nothing. */
export function readDraft(): Draft | null {
  return kept.read();
}

export function forgetDraft(): void {
  kept.forget();
}
