/**
 * What a customer wrote, as the acknowledgement gives it back. The address may be a stranger's who never wrote: what looks
 * like an address is broken up invisibly, so that no mail program makes a link of it, and a long text is cut short.
 */
export function quotedWords(text: string): { quote: string; isShortened: boolean } {
  const characters = Array.from(text.replaceAll(turning, ''));
  const isShortened = characters.length > longestQuote;
  const shown = isShortened ? `${characters.slice(0, longestQuote).join('').trimEnd()}…` : characters.join('');
  return { quote: shown.replaceAll(linkish, (part) => `${Array.from(part).join('\u200b')}\u200b`), isShortened };
}

const longestQuote = 1000;
/** The places at which a program recognises an address of a page or of a mailbox. */
const linkish = /\w:\/\/(?=\w)|\bwww\.|\w@(?=\w)|[\p{L}\p{N}]\.(?=\p{L}{2})/giu;
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
