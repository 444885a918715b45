import type { Language } from '../../content/schema/languages.ts';
import { messages } from './messages.ts';

/** The files that somebody means by pasting; `before` is how many are chosen already. */
export function pastedFiles({ clipboardData }: ClipboardEvent, language: Language, before: number): File[] {
  // Spreadsheets and the like bring a picture of the text along: the text is what was meant.
  if (!clipboardData || clipboardData.types.includes('text/plain')) return [];
  return [...clipboardData.files].map((file, index) => named(file, language, before + index + 1));
}

/** A screenshot is always called the same. */
function named(file: File, language: Language, number: number): File {
  if (file.name !== 'image.png') return file;
  return new File([file], `${messages[language].pasted} ${number}.png`, { type: file.type });
}
