import type { Language } from '../../content/schema/languages.ts';

/** What an input method sends keys as that it has taken for itself. */
const takenKeyCode = 229;

/**
 * Whether a key belongs to an input method. Safari ends the composition before it tells of the Enter that did so: then
 * only the key's old code says it.
 */
export function isConverting(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === takenKeyCode;
}

/** Where an input method turns letters into others, what stands in the field meanwhile is nobody's words yet. */
const converted = /[\p{scx=Hira}\p{scx=Kana}\p{sc=Han}\p{sc=Hangul}]/u;

/**
 * Calls back when something was typed. Half-converted kana are not told of, and the keys that end their conversion
 * neither send the field's form nor empty the field. A phone composes English words, too: these count with each letter.
 */
export function onTyped(field: HTMLInputElement, language: Language, callback: () => void): void {
  const isHalfConverted = (isComposing: boolean) => isComposing && (language === 'ja' || converted.test(field.value));
  field.addEventListener('input', (event) => {
    if (!isHalfConverted(event.isComposing)) callback();
  });
  field.addEventListener('compositionend', callback);
  field.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === 'Escape') && isHalfConverted(isConverting(event)))
      event.preventDefault();
  });
}
