import type { Language } from '../../content/schema/languages.ts';

const longestName = 40;
/** What makes a link of a text, or breaks its line: nobody is called so, and a mail to a stranger must not carry it. */
const noName = /[\p{Cc}\p{Co}\u2028\u2029]|=\?|:\/\/|www\.|\S\.\p{L}{2,}|@/iu;
/** Characters that turn the order of what follows around. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The first line of a mail: to somebody by name, if what they gave can be one. */
export function greeting(name: string | null, language: Language): string {
  const known = nameOf(name);
  if (language === 'ja') return `${known ?? 'お客'}様`;
  return known === null ? 'Hello,' : `Dear ${known},`;
}

/** A name as it can stand in a mail, on one line; `null` for what is none. */
export function nameOf(name: string | null): string | null {
  const plain = (name ?? '').normalize('NFC').replaceAll(turning, '').trim().replace(/様$/u, '').trim();
  if (plain === '' || Array.from(plain).length > longestName || noName.test(plain)) return null;
  return plain;
}
