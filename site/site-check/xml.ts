const token =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

/** Why a text is not well-formed XML (without a document type), or `null` when it is. */
export function xmlComplaint(text: string): string | null {
  const open: string[] = [];
  let end = 0;
  let roots = 0;
  for (const match of text.matchAll(token)) {
    const between = text.slice(end, match.index);
    if (isWrong(between)) return `a sign that is not escaped in “${between.trim().slice(0, 40)}”`;
    if (open.length === 0 && between.trim() !== '') return 'text outside of its element';
    end = match.index + match[0].length;
    const [, closing, name, attributes = '', alone] = match;
    if (!name) continue;
    if (isWrong(attributes)) return `a sign that is not escaped in <${name}>`;
    if (closing) {
      const last = open.pop();
      if (last !== name) return last ? `</${name}> where </${last}> is due` : `</${name}> was never opened`;
    } else {
      if (open.length === 0) roots += 1;
      if (!alone) open.push(name);
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is never closed`;
  if (text.slice(end).trim() !== '') return 'text after its element';
  return roots === 1 ? null : 'it has one element around all others';
}

function isWrong(text: string): boolean {
  return text.includes('<') || /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text);
}
