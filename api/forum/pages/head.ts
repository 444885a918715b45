import { html, raw } from 'hono/html';
import { dateLocales } from '../../../content/calendar.ts';
import type { Fragment } from '../../http/pages.ts';
import type { Surroundings } from './parts.ts';
import { scriptText, type Thing } from './structured-data.ts';

/** What a page says of itself to search engines, and to whoever shows a card for it. */
interface Described {
  title: string;
  description: string;
  /** Of one of its pages, site-absolute. */
  address: (page: number) => string;
  page: number;
  pages: number;
  type: 'article' | 'website';
  feed: { address: string; title: string } | null;
  isIndexed: boolean;
  things?: readonly Thing[];
}

export function headOf({ services, language }: Surroundings, page: Described): Fragment {
  // It names no address by which it could be found.
  if (!page.isIndexed) return html`${privateHead()}${page.feed ? feedLink(page.feed) : ''}`;
  const { publicUrl } = services;
  const url = `${publicUrl}${page.address(page.page)}`;
  const at = (other: number) => `${publicUrl}${page.address(other)}`;
  return html`<link rel="canonical" href="${url}" />
    ${page.page > 1 ? html`<link rel="prev" href="${at(page.page - 1)}" />` : ''}
    ${page.page < page.pages ? html`<link rel="next" href="${at(page.page + 1)}" />` : ''}
    ${page.feed ? feedLink(page.feed) : ''}
    <meta name="description" content="${page.description}" />
    <meta property="og:type" content="${page.type}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.description}" />
    <meta property="og:site_name" content="${services.portal().name[language]}" />
    <meta property="og:locale" content="${dateLocales[language].replace('-', '_')}" />
    ${
      page.things
        ? html`<script type="application/ld+json">
            ${raw(scriptText(page.things))}
          </script>`
        : ''
    }`;
}

function feedLink({ address, title }: NonNullable<Described['feed']>): Fragment {
  return html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${address}" />`;
}

/** The head of a page that is nobody else's business. */
export function privateHead(): Fragment {
  return html`<meta name="robots" content="noindex" />`;
}
