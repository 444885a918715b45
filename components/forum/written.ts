import type { Draft } from '../base/kept-draft.ts';

/** What is sent of a form with a post in it. */
export interface Written {
  body: string;
  /** Ids of its pictures, in order. */
  pictures: string[];
  secondsTyping: number | undefined;
  fields: FormData;
  /** Makes a retry of the same content the same request. */
  headers: { 'Idempotency-Key': string };
}

/** What is typed by hand; a choice alone, that the page or its address made, is none. */
const byHand: ReadonlySet<string> = new Set(['body', 'title', 'reason']);
const kept: ReadonlySet<string> = new Set([...byHand, 'board', 'kind', 'quotes']);

/** What of a form is kept on the device, by the names of its fields. */
export function draftOf(form: HTMLFormElement): Draft {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    kept.has(name) && typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(fields);
}

/** Whether somebody typed something. */
export function isWorthKeeping(draft: Draft): boolean {
  return Object.entries(draft).some(([name, value]) => byHand.has(name) && value.trim() !== '');
}

/** Puts what was kept into fields that are empty. */
export function fillDraft(form: HTMLFormElement, draft: Draft): void {
  for (const name of kept) {
    const value = draft[name];
    const field = form.elements.namedItem(name);
    if (value === undefined || field === null) continue;
    if (field instanceof RadioNodeList) field.value = value;
    else if ('value' in field && !field.value) field.value = value;
  }
}
