import sanitize from 'sanitize-html';

/** What text is made of; nothing that loads, runs, positions or asks. */
const tags = (
  'p br hr blockquote pre code h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td ' +
  'a b strong i em u s del ins sub sup small q kbd mark ruby rb rp rt span'
).split(' ');
const linkProtocols = new Set(['http:', 'https:', 'mailto:']);
const deepestNesting = 30;

/**
 * HTML that somebody else wrote, as it may be shown in a page of ours: text, lists, tables and links to the web and to
 * mail addresses. Pictures are replaced by what they are said to show, so that nothing is fetched from anywhere.
 * Everything foreign that is HTML goes through here and nowhere else; Markdown does once it has become HTML.
 */
export function sanitisedHtml(html: string): string {
  return sanitize(html, {
    allowedTags: tags,
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: deepestNesting,
    enforceHtmlBoundary: false,
    transformTags: {
      a: (tagName, { href = '' }) => ({ tagName, attribs: linkAttributes(href) }),
      img: (_, { alt = '' }) => ({ tagName: 'span', attribs: {}, text: alt }),
    },
  });
}

/** An address that could be on our own site is none of theirs: only whole addresses remain. */
function linkAttributes(href: string): Record<string, string> {
  const address = href.replaceAll(/[\p{Cc} ]+/gu, '');
  if (!URL.canParse(address)) return {};
  const { protocol, href: whole } = new URL(address);
  return linkProtocols.has(protocol) ? { href: whole, rel: 'nofollow ugc noopener noreferrer' } : {};
}
