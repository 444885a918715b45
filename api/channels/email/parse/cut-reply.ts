/** The new part of a reply, and what stood below and between it. */
export function cutReply(text: string): { fresh: string; quoted: string } {
  return { fresh: text, quoted: '' };
}
