/** No vowels (no words by chance) and nothing that is mistaken for something else when read aloud or copied by hand. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** A reference a person can say, such as `M-2K7F`: four characters at first, more after each two that were taken. */
export function makeReference(random: (bytes: number) => Buffer, attempt: number): string {
  const length = 4 + Math.floor(attempt / 2);
  const characters = [...random(length)].map((byte) => alphabet[byte % alphabet.length]);
  return `M-${characters.join('')}`;
}
