import sanitize from 'sanitize-html';

const unread = [
  'script',
  'style',
  'head',
  'title',
  'noscript',
  'template',
  'textarea',
  'select',
  'option',
  'xmp',
  'iframe',
  'object',
  'svg',
  'math',
];
const blocks = new Set(
  'p div table tr ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre section article header footer center form address blockquote figure hr body'.split(
    ' ',
  ),
);
const apart = new Set('p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre hr'.split(' '));
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/**
 * What HTML says, as plain text: paragraphs and lists as lines, quotes with `> `, links with their address where it is
 * not what they are called, pictures as what they are said to show. What is hidden from readers by a style is left out.
 */
export function htmlText(html: string): string {
  const page = new Writer();
  sanitize(html, {
    allowedTags: [],
    allowedAttributes: {},
    nonTextTags: unread,
    enforceHtmlBoundary: false,
    onOpenTag: (name, attributes) => page.open(name, attributes),
    onCloseTag: (name) => page.close(name),
    textFilter: (text) => {
      page.say(text.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity));
      return '';
    },
  });
  return page.text();
}

class Writer {
  private readonly lines: string[] = [];
  private line = '';
  private quotes = 0;
  private pre = 0;
  private links: { href: string; text: string }[] = [];
  private hidden: string[] = [];

  open(name: string, attributes: Record<string, string>): void {
    if (this.hidden.length > 0) {
      if (!empty.has(name)) this.hidden.push(name);
      return;
    }
    if (isHidden(attributes) && !empty.has(name) && name !== 'body' && name !== 'html') {
      this.hidden.push(name);
      return;
    }
    if (name === 'br') this.breakLine();
    else if (name === 'img') this.say(attributes.alt ? `[${attributes.alt.slice(0, 200)}]` : '');
    else if (name === 'a') this.links.push({ href: attributes.href ?? '', text: '' });
    else if (name === 'li') {
      this.finishLine();
      this.line = '- ';
    } else if (name === 'td' || name === 'th') this.line &&= `${this.line.trimEnd()} `;
    if (blocks.has(name)) this.block(apart.has(name));
    if (name === 'hr') this.lines.push(`${'> '.repeat(this.quotes)}----------`, '');
    if (name === 'blockquote') this.quotes = Math.min(this.quotes + 1, 20);
    if (name === 'pre') this.pre += 1;
  }

  close(name: string): void {
    if (this.hidden.length > 0) {
      const at = this.hidden.lastIndexOf(name);
      if (at !== -1) this.hidden.length = at;
      return;
    }
    if (name === 'a') this.closeLink();
    if (name === 'li') this.finishLine();
    if (blocks.has(name)) this.block(apart.has(name));
    if (name === 'blockquote') this.quotes = Math.max(this.quotes - 1, 0);
    if (name === 'pre') this.pre = Math.max(this.pre - 1, 0);
  }

  say(text: string): void {
    if (this.hidden.length > 0) return;
    const link = this.links.at(-1);
    if (link && link.text.length < 2_000) link.text += text;
    if (this.pre > 0) {
      const [first = '', ...rest] = text.split('\n');
      this.line += first;
      for (const line of rest) {
        this.breakLine();
        this.line = line;
      }
      return;
    }
    const run = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    this.line += this.line === '' || this.line.endsWith(' ') ? run.replace(/^ /, '') : run;
  }

  text(): string {
    this.finishLine();
    return this.lines
      .join('\n')
      .replaceAll(/\n(?:[ \t]*\n){2,}/g, '\n\n')
      .trim();
  }

  private closeLink(): void {
    const link = this.links.pop();
    if (!link) return;
    const said = link.text.trim();
    const href = link.href.trim();
    if (!/^https?:\/\/|^mailto:/i.test(href) || said === '') return;
    const isSaid = [href, href.replace(/^mailto:/i, ''), href.replace(/\/$/, '')].includes(said);
    if (!isSaid) this.line += ` <${href.replace(/^mailto:/i, '').slice(0, 2_000)}>`;
  }

  private block(isApart: boolean): void {
    this.finishLine();
    if (isApart && this.lines.length > 0 && this.lines.at(-1)?.trim() !== '')
      this.lines.push('> '.repeat(this.quotes).trimEnd());
  }

  private finishLine(): void {
    if (this.line.trim() !== '') this.breakLine();
    this.line = '';
  }

  private breakLine(): void {
    this.lines.push(`${'> '.repeat(this.quotes)}${this.line.trimEnd()}`.trimEnd());
    this.line = '';
  }
}

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Preheaders, traps for software, text of no size. */
function isHidden({ style = '', hidden }: Record<string, string>): boolean {
  if (hidden !== undefined) return true;
  const said = style.slice(0, 2_000).toLowerCase().replaceAll(/\s+/g, '');
  return /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|font-size:0(?:px|pt|em)?(?:;|$|!))/.test(said);
}
