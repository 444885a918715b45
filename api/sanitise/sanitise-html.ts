import sanitize from 'sanitize-html';
import { languages } from '../../content/schema/languages.ts';

/** What text is made of; nothing that loads, runs, positions or asks. */
const tags = (
  'p br hr blockquote pre code h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td ' +
  'a b strong i em u s del ins sub sup small q kbd mark ruby rb rp rt span'
).split(' ');
const linkProtocols = new Set(['http:', 'https:', 'mailto:']);
const deepestNesting = 30;
const relation = 'nofollow ugc noopener noreferrer';
const nowhere = 'https://nowhere.invalid';

/**
 * HTML that somebody else wrote, as it may be shown in a page of ours: text, lists, tables and links to the web and to
 * mail addresses. Pictures are replaced by what they are said to show, so that nothing is fetched from anywhere.
 * Everything foreign that is HTML goes through here and nowhere else; Markdown does once it has become HTML. Links to pages
 * of ours without our address, as in `/en/faq/…`, stay only where somebody wrote for our pages.
 */
export function sanitisedHtml(html: string, { isForOurPages = false } = {}): string {
  return sanitize(html, {
    allowedTags: tags,
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: deepestNesting,
    enforceHtmlBoundary: false,
    transformTags: {
      a: (tagName, { href = '' }) => {
        const to = addressOf(href) ?? (isForOurPages ? ownPageOf(href) : null);
        return to === null ? { tagName: 'span', attribs: {} } : { tagName, attribs: { href: to, rel: relation } };
      },
      img: (_, { alt = '' }) => ({ tagName: 'span', attribs: {}, text: alt }),
    },
  });
}

/** An address that could be on our own site is none of theirs: only whole addresses remain. */
function addressOf(href: string): string | null {
  const address = href.replaceAll(/[\p{Cc} ]+/gu, '');
  if (!URL.canParse(address)) return null;
  const { protocol, href: whole } = new URL(address);
  return linkProtocols.has(protocol) ? whole : null;
}

/** A page that everybody reads: of one of our languages, wherever its dots and slashes lead. */
function ownPageOf(href: string): string | null {
  if (!/^\/[a-z]/.test(href) || !URL.canParse(href, nowhere)) return null;
  const { origin, pathname, search, hash } = new URL(href, nowhere);
  const isOurs = origin === nowhere && languages.some((language) => pathname.startsWith(`/${language}/`));
  return isOurs ? `${pathname}${search}${hash}` : null;
}
