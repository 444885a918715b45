const key = 'mado-contact-draft';
const keptMs = 7 * 86_400_000;

/*
 * What was written and could not be sent, kept on this device for a week or until it is sent: who has no network closes
 * the browser and comes back later.
 */

export function keepDraft(form: HTMLFormElement): void {
  const fields = Object.fromEntries(fieldsOf(form).map(({ name, value }) => [name, value]));
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }));
  } catch {
    // Storage is full or switched off: what was written then lives as long as the page.
  }
}

export function hasDraft(): boolean {
  return readDraft() !== null;
}

/** Puts what was written back into fields that are empty. */
export function restoreDraft(form: HTMLFormElement): void {
  const draft = readDraft();
  if (draft) for (const field of fieldsOf(form)) field.value ||= draft[field.name] ?? '';
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // There is none.
  }
}

function readDraft(): Record<string, string> | null {
  try {
    const { at, fields } = JSON.parse(localStorage.getItem(key) ?? '') as {
      at: number;
      fields: Record<string, string>;
    };
    if (Date.now() - at < keptMs) return fields;
    forgetDraft();
  } catch {
    // There is none, or it is not ours.
  }
  return null;
}

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden], [type=file]), textarea'),
  ];
}
