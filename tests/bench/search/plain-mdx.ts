/**
 * The text of a documentation page as an article may hold it: links as their words, signs that MDX would take for code
 * escaped, no images, comments or first-level headings. Code blocks stay, their escaped braces as they were meant.
 */
export function plainMdx(body: string): string {
  const lines: string[] = [];
  let fence = '';
  for (const line of body.replaceAll(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const mark = fenceOf(line);
    if (fence) {
      lines.push(withBraces(line));
      if (mark.startsWith(fence)) fence = '';
    } else if (mark) {
      fence = mark;
      // What a language is followed by (a title, lines to mark) may hold anything.
      lines.push(line.replace(/(`{3,}|~{3,})\s*(\w*).*$/, '$1$2'));
    } else if (!/^\s*\[[^\]]+\]:\s+\S/.test(line)) {
      lines.push(plainLine(line));
    }
  }
  return lines.join('\n');
}

/** The signs that open or close a block of code on a line; none on any other line. */
export function fenceOf(line: string): string {
  return /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
}

function plainLine(line: string): string {
  return line
    .replace(/^# /, '## ')
    .replace(/^(import|export)\b/, (word) => word.toUpperCase())
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[((?:`[^`]*`|[^[\]])*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 1 ? withBraces(part) : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll(/<(https?:[^>]*)>/g, '$1')
    .replaceAll(/(?<!\\)[<{}]/g, '\\$&')
    .replaceAll(/\]\(/g, '] (');
}

function withBraces(code: string): string {
  return code.replaceAll(/\\([{}])/g, '$1');
}
