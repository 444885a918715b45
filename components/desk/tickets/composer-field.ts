/** Puts a text in place of what is selected, as a paragraph of its own where it is one; the field tells of it. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * Whether a slash was just typed at the start of a line: half as wide or, with a Japanese input method, wide. It is
 * taken out once something is put in its place.
 */
export function isSlashAtLineStart(field: HTMLTextAreaElement, { isComposing }: InputEvent): boolean {
  if (isComposing || field.selectionStart !== field.selectionEnd) return false;
  const line = field.value.slice(0, field.selectionStart).split('\n').at(-1);
  return line === '/' || line === '／';
}

/** Whether nothing stands before the cursor in its line. */
export function isAtLineStart({ value, selectionStart }: HTMLTextAreaElement): boolean {
  return selectionStart === 0 || value[selectionStart - 1] === '\n';
}

/** Selects the slash that asked for something, so that what is put in takes its place. */
export function selectSlash(field: HTMLTextAreaElement): void {
  const end = field.selectionStart;
  if (/^[/／]$/.test(field.value.slice(0, end).split('\n').at(-1) ?? '')) field.setSelectionRange(end - 1, end);
}
