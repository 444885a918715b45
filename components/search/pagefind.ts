import type { PageKind } from '../../content/schema/kinds.ts';

/** The part of Pagefind's browser API that is used here (pagefind 1.6, `pagefind.js` of the built index). */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string, options?: { filters: PagefindFilters }): Promise<{ results: PagefindHit[] }>;
}

/** Values a page must have, by the name of the filter. */
export type PagefindFilters = Record<string, string>;

export interface PagefindHit {
  id: string;
  score: number;
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  url: string;
  excerpt: string;
  /** All of its text. */
  content: string;
  meta: { title?: string; answer?: string };
  filters: { kind?: PageKind[]; category?: string[] };
  sub_results: { title: string; url: string; excerpt: string }[];
}

let loading: Promise<Pagefind> | null = null;

/** Loads the index of the page's language, once. A failed load may be tried again. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
