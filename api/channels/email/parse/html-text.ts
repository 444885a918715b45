import { htmlTokens } from './html-tokens.ts';
import { HtmlWriter } from './html-writer.ts';

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const unread = new Set('select datalist svg math template object audio video canvas'.split(' '));
/** Of what is written, entities and all; nobody reads on. */
const mostCharacters = 400_000;

/**
 * What HTML says, as plain text: paragraphs and lists as lines, quotes with `> `, links with their address where it is
 * not what they are called, pictures as what they are said to show. What a style hides from readers is left out, unless
 * there is nothing else.
 */
export function htmlText(html: string): string {
  return written(html, false) || written(html, true);
}

function written(html: string, isAllShown: boolean): string {
  const page = new HtmlWriter();
  let hidden: { name: string; depth: number } | null = null;
  for (const token of htmlTokens(html)) {
    if (page.characters > mostCharacters) break;
    if (hidden) {
      if (token.kind === 'open' && token.name === hidden.name) hidden.depth += 1;
      if (token.kind === 'close' && token.name === hidden.name) hidden.depth -= 1;
      if (hidden.depth === 0) hidden = null;
    } else if (token.kind === 'text') page.say(token.text);
    else if (token.kind === 'close') page.close(token.name);
    else if (!isAllShown && !empty.has(token.name) && (unread.has(token.name) || isHidden(token.attributes)))
      hidden = page.hide(token.name);
    else page.open(token.name, token.attributes);
  }
  return page.text();
}

/** Preheaders, traps for software, text of no size. */
function isHidden({ style = '', hidden }: Record<string, string>): boolean {
  if (hidden !== undefined) return true;
  const said = style.toLowerCase().replaceAll(/\s+/g, '');
  return /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|font-size:0(?:px|pt|em)?(?:;|$|!))/.test(said);
}
