import MarkdownIt, { type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { addressesIn } from '../sanitise/linked-text.ts';
import { sanitisedHtml } from '../sanitise/sanitise-html.ts';

/** The edition of these rules. Counted up when the same Markdown becomes other HTML: what was stored before is made anew. */
export const renderedAs = 1;

/** What is quoted and listed deeper is not shown: whoever nests so deep wants something else than to be read. */
const deepestNesting = 20;
/** The page's own headings end at the third level. A page may move all of them up, see `pages/post-body.ts`. */
export const firstHeading = 4;

const markdown = new MarkdownIt({ html: false, breaks: true, linkify: true });
markdown.use(cjkFriendly);
markdown.options.maxNesting = deepestNesting;
markdown.core.ruler.push('headings-of-posts', ({ tokens }) => {
  // No level is left out, whichever somebody begins with.
  let last = firstHeading - 1;
  for (const token of tokens) {
    if (token.type === 'heading_open') last = Math.min(Number(token.tag.slice(1)) + firstHeading - 1, last + 1, 6);
    if (token.type.startsWith('heading_')) token.tag = `h${last}`;
  }
});
// Addresses end where Japanese goes on without a space, as in `https://example.jp/をご覧ください`.
Object.assign(markdown.linkify, {
  pretest: (text: string) => text.includes('://'),
  test: (text: string) => linksIn(text) !== null,
  match: linksIn,
  matchAtStart: (text: string) => linksIn(text)?.find(({ index }) => index === 0) ?? null,
});

/**
 * What a member wrote in Markdown (CommonMark with tables and struck-out text) as HTML for a page of ours. HTML in it stays
 * text, pictures become what they are said to show, and whatever comes of it goes through the sanitiser.
 */
export function renderedPost(body: string): string {
  return sanitisedHtml(markdown.render(body), { isForOurPages: true }).trim();
}

/** The same as pieces of Markdown, for what writes it anew. */
export function tokensOf(body: string): Token[] {
  return markdown.parse(body, {});
}

function linksIn(text: string) {
  const found = addressesIn(text).map(({ index, href }) => ({
    schema: 'https:',
    index,
    lastIndex: index + href.length,
    raw: href,
    text: href,
    url: href,
  }));
  return found.length > 0 ? found : null;
}
