import type { CutReply } from '../../../../api/channels/email/parse/cut-reply.ts';

/** The lines of a text, blank ones apart, that are in neither part of it as often as they were in the whole. */
export function linesMissing(text: string, { fresh, quoted }: CutReply): string[] {
  const left = new Map<string, number>();
  for (const line of linesOf(`${fresh}\n${quoted}`)) left.set(line, (left.get(line) ?? 0) + 1);
  return linesOf(text).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count === 0;
  });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
