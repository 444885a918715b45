import type { Language } from '../../content/schema/languages.ts';
import type { Thing } from './structured-data.ts';

interface Described {
  /** Whole address. */
  url: string;
  language: Language;
  title: string;
  summary: string;
  published: string;
  updated?: string | undefined;
  authors: readonly { name: string; role: string; url: string }[];
  tags: readonly string[];
  organisation: string;
}

/** A post with who wrote it, and for whom. */
export function postThing({ url, language, title, summary, published, updated, ...rest }: Described): Thing {
  const { authors, tags, organisation } = rest;
  return {
    '@type': 'BlogPosting',
    '@id': `${url}#post`,
    headline: title,
    description: summary,
    inLanguage: language,
    datePublished: published,
    dateModified: updated ?? published,
    mainEntityOfPage: url,
    keywords: tags.join(', '),
    author: authors.map(({ name, role, url }) => ({ '@type': 'Person', name, jobTitle: role, url })),
    publisher: { '@type': 'Organization', name: organisation },
  };
}
