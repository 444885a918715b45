import sanitize from 'sanitize-html';

const blocks = new Set(
  (
    'p div table tr ul ol dl dt dd li h1 h2 h3 h4 h5 h6 pre section article header footer center form address ' +
    'blockquote figure hr body'
  ).split(' '),
);
const apart = new Set('p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre hr'.split(' '));
const deepestQuote = 20;

/** Writes what tags and their text look like as lines: told one after the other, it never looks back. */
export class HtmlWriter {
  characters = 0;
  private readonly lines: string[] = [];
  /** Of the line that is being written. */
  private pieces: string[] = [];
  private endsBlank = true;
  private quotes = 0;
  /** An empty line before what comes, quoted as deep as the less deep of both. */
  private gap: number | null = null;
  private pre = 0;
  private link: { href: string; text: string } | null = null;

  open(name: string, attributes: Record<string, string>): void {
    if (blocks.has(name)) this.block(apart.has(name));
    if (name === 'br') this.breakLine();
    else if (name === 'hr') {
      this.add('----------');
      this.block(true);
    } else if (name === 'img') this.say(attributes.alt ? `[${attributes.alt.slice(0, 200)}]` : '');
    else if (name === 'a') this.link = { href: attributes.href ?? '', text: '' };
    else if (name === 'li') this.add('- ');
    else if ((name === 'td' || name === 'th') && !this.endsBlank) this.add(' ');
    else if (name === 'blockquote') this.quotes += 1;
    else if (name === 'pre') this.pre += 1;
  }

  /** What is hidden parts what stands around it all the same. */
  hide(name: string): { name: string; depth: number } {
    if (blocks.has(name)) this.block(false);
    return { name, depth: 1 };
  }

  close(name: string): void {
    if (name === 'a') this.closeLink();
    if (blocks.has(name)) this.block(apart.has(name));
    if (name === 'blockquote') this.quotes = Math.max(this.quotes - 1, 0);
    if (name === 'pre') this.pre = Math.max(this.pre - 1, 0);
  }

  say(text: string): void {
    if (this.link && this.link.text.length < 2_000) this.link.text += text;
    const [first = '', ...rest] = this.pre > 0 ? text.split('\n') : [text.replaceAll(/[ \t\r\n\f]+/g, ' ')];
    this.add(this.pre === 0 && this.endsBlank ? first.replace(/^ /, '') : first);
    for (const line of rest) {
      this.breakLine();
      this.add(line);
    }
  }

  text(): string {
    this.block(false);
    return withoutEntities(this.lines.join('\n'))
      .replaceAll(/\n(?:[ \t>]*\n){2,}/g, (run) => (run.includes('>') ? run : '\n\n'))
      .trim();
  }

  private closeLink(): void {
    const { href = '', text = '' } = this.link ?? {};
    this.link = null;
    const [said, address] = [text.trim(), href.trim()];
    if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(address) || said === '') return;
    const short = address.replace(/^mailto:/i, '');
    if (![address, short, address.replace(/\/$/, '')].includes(said)) this.add(` <${short.slice(0, 2_000)}>`);
  }

  /** What comes begins a line, or a paragraph. */
  private block(isApart: boolean): void {
    if (this.pieces.some((piece) => piece.trim() !== '')) this.breakLine();
    this.startLine();
    if (isApart) this.gap = Math.min(this.gap ?? Infinity, this.quotes);
  }

  private breakLine(): void {
    const isFirst = this.lines.length === 0 || /^[> ]*$/.test(this.lines.at(-1) ?? '');
    if (this.gap !== null && !isFirst) this.lines.push(quoted('', Math.min(this.gap, this.quotes)));
    this.gap = null;
    const line = quoted(this.pieces.join('').trimEnd(), this.quotes);
    this.lines.push(line);
    this.characters += line.length + 1;
    this.startLine();
  }

  private startLine(): void {
    this.pieces = [];
    this.endsBlank = true;
  }

  private add(text: string): void {
    if (text === '') return;
    this.pieces.push(text);
    this.characters += text.length;
    this.endsBlank = text.endsWith(' ');
  }
}

function quoted(line: string, depth: number): string {
  return `${'> '.repeat(Math.min(depth, deepestQuote))}${line}`.trimEnd();
}

/** Reads all of them at once, with the one reader of HTML that there is; it gives back what it escapes itself. */
function withoutEntities(text: string): string {
  const read = sanitize(text.replaceAll('<', '&lt;'), { allowedTags: [], allowedAttributes: {} });
  return read.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => escaped[entity] ?? entity).replaceAll('\u00a0', ' ');
}

const escaped: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
