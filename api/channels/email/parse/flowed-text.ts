/**
 * Lines of RFC 3676 put together again: one that ends with a blank goes on in the next, if both are quoted as deep. A
 * signature's `-- ` does not.
 */
export function flowedText(text: string, isDelSp: boolean): string {
  const lines: string[] = [];
  let open: { depth: number; pieces: string[] } | null = null;
  for (const given of text.split('\n')) {
    const depth = /^>*/.exec(given)?.[0].length ?? 0;
    const line = given.slice(depth).replace(/^ /, '');
    const isSignature = line === '-- ';
    if (open && (open.depth !== depth || isSignature)) open = finished(open);
    open ??= { depth, pieces: [] };
    const isSoft = line.endsWith(' ') && !isSignature;
    open.pieces.push(isSoft && isDelSp ? line.slice(0, -1) : line);
    if (!isSoft) open = finished(open);
  }
  if (open) finished(open);
  return lines.join('\n');

  function finished({ depth, pieces }: { depth: number; pieces: string[] }): null {
    const said = pieces.join('');
    lines.push(`${'>'.repeat(depth)}${depth > 0 && said !== '' ? ' ' : ''}${said}`);
    return null;
  }
}
