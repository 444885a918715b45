/*
 * What is kept of a help centre on a reader's device, and how each request is answered from it. Pure: the worker does
 * what is decided here.
 */

/**
 * - `none`: left to the browser, never kept.
 * - `page`: from the network; its kept copy when that fails or takes long.
 * - `asset`: named by what it holds, kept together with the pages that need it.
 * - `chunk`: named by what it holds, kept as it comes: parts of the search indexes.
 * - `data`: from the network; the last copy of it when that fails.
 */
export type Treatment = 'none' | 'page' | 'asset' | 'chunk' | 'data';

/** The part of a request that decides. */
export interface Asked {
  url: string;
  method: string;
  /** `navigate` for a page that is opened. */
  mode: string;
  /** Asks for a range of bytes, as players do. */
  isPart: boolean;
}

/** What only the server may answer: it knows who asks, it is somebody's own, or it says how things stand now. */
const ofTheServer =
  /^\/(api|desk|handbook|healthz|readyz)(\/|$)|^\/[a-z]+\/(?:requests|my-data)(\/|$)|^\/notices\/[\w-]+\.json$|^\/service-worker\.js$/;
/** Pages of the forum differ by their query, and what stands in them may be taken down at any time. */
const ofTheForum = /^\/[a-z]+\/forum\//;
const chunk = /^\/(pagefind\/(fragment|index)|search\/[a-z]+-[0-9a-f]+)\//;

export function treatmentOf({ url, method, mode, isPart }: Asked, origin: string): Treatment {
  const address = new URL(url);
  if (method !== 'GET' || isPart || address.origin !== origin || ofTheServer.test(address.pathname)) return 'none';
  if (address.pathname.startsWith('/_astro/')) return 'asset';
  if (chunk.test(address.pathname)) return 'chunk';
  if (mode !== 'navigate') return ofTheForum.test(address.pathname) ? 'none' : 'data';
  // A file that is opened by itself: a picture, a feed, a Markdown twin.
  return /\.\w+$/.test(address.pathname) ? 'none' : 'page';
}

/**
 * What a page is kept under: its address without the query, with any of which the pages of the build are the same; in the
 * forum with it, since it names a page of a thread or list.
 */
export function pageAddress(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${ofTheForum.test(pathname) ? search : ''}`;
}

/** The part of an answer that says whether it may be kept. */
export interface Answered {
  status: number;
  type: string;
  redirected: boolean;
  headers: Pick<Headers, 'get'>;
}

/** Whole answers of this site's own, unless they say that they are not to be kept. */
export function mayBeKept({ status, type, redirected, headers }: Answered): boolean {
  const control = headers.get('Cache-Control') ?? '';
  return status === 200 && type === 'basic' && !redirected && !/\b(no-store|private)\b/.test(control);
}

/** The server behind the one that answered is not there: to a reader the same as no answer. */
export function isUnreachable(status: number): boolean {
  return status >= 502 && status <= 504;
}

const files = String.raw`[\w.-]+\.(?:js|css|svg|png|jpe?g|gif|webp|avif|woff2)\b`;
const inAnything = new RegExp(`/?_astro/(${files})`, 'g');
const inScripts = new RegExp(`["'\`]\\./(${files})`, 'g');

/** The assets that a page, a stylesheet or a script names. */
export function assetsIn(text: string, isScript: boolean): string[] {
  const named = [inAnything, ...(isScript ? [inScripts] : [])].flatMap((pattern) => [...text.matchAll(pattern)]);
  return [...new Set(named.map(([, file]) => `/_astro/${file}`))];
}

/** A kept page as it is counted. */
export interface Counted {
  url: string;
  keptAt: number;
  bytes: number;
  /** Assets it needs, by their address, with their sizes. */
  assets: ReadonlyMap<string, number>;
  /** One of those that are always there: never dropped. */
  isAlways: boolean;
}

/** The pages to drop, oldest first, so that no more than so many are kept, and with their assets no more bytes. */
export function pagesToDrop(pages: readonly Counted[], most: { pages: number; bytes: number }): string[] {
  const newestFirst = pages.toSorted(
    (one, other) => Number(other.isAlways) - Number(one.isAlways) || other.keptAt - one.keptAt,
  );
  const assets = new Set<string>();
  const dropped: string[] = [];
  let count = 0;
  let bytes = 0;
  for (const page of newestFirst) {
    const more = [...page.assets].filter(([address]) => !assets.has(address));
    const after = bytes + page.bytes + more.reduce((sum, [, size]) => sum + size, 0);
    if (!page.isAlways && (count + 1 > most.pages || after > most.bytes)) {
      dropped.push(page.url);
      continue;
    }
    bytes = after;
    if (!page.isAlways) count += 1;
    for (const [address] of more) assets.add(address);
  }
  return dropped;
}

/** Whether a page says that it held only until a moment that has passed. */
export function hasEnded(html: string, now: number): boolean {
  const end = /\bdata-ends-at="(\d+)"/.exec(html)?.[1];
  return end !== undefined && Number(end) <= now;
}
