import { assetsIn, type Counted, hasEnded, mayBeKept, pageAddress, pagesToDrop } from './treatment.ts';

/*
 * The pages a reader has opened, kept in their browser together with the assets they need. Worker and page read the same.
 */

export const cacheNames = { pages: 'mado-pages', assets: 'mado-assets', data: 'mado-data' } as const;

const most = { pages: 60, bytes: 15_000_000 };
const mark = {
  at: 'X-Kept-At',
  title: 'X-Kept-Title',
  bytes: 'X-Kept-Bytes',
  assets: 'X-Kept-Assets',
  build: 'X-Kept-Build',
};

/** A page that can be read without a network. */
export interface KeptPage extends Counted {
  title: string;
  /** The build it was kept for, if it is one of those that are always there. */
  build: string | null;
}

/**
 * Keeps a page with every asset it names, so that it is never shown with those of another build. Rejects, and leaves the
 * copy before as it was, when one of them cannot be had. `build` says that it is one of those that are always there.
 */
export async function keepPage(url: string, response: Response, build?: string): Promise<void> {
  if (!mayBeKept(response) || !response.headers.get('Content-Type')?.startsWith('text/html')) return;
  const html = await response.text();
  const assets = await keepAssets(assetsIn(html, false));
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? url;
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  headers.set(mark.at, String(Date.now()));
  headers.set(mark.title, encodeURIComponent(title));
  headers.set(mark.bytes, String(new Blob([html]).size));
  headers.set(mark.assets, JSON.stringify([...assets]));
  const pages = await caches.open(cacheNames.pages);
  const forBuild = build ?? (await pages.match(pageAddress(url)))?.headers.get(mark.build);
  if (forBuild) headers.set(mark.build, forBuild);
  await pages.put(pageAddress(url), new Response(html, { headers }));
  await dropOldest();
}

/** The HTML of a kept page and its headers. One that no longer holds is dropped instead. */
export async function readKept(url: string): Promise<{ html: string; headers: Headers } | null> {
  const pages = await caches.open(cacheNames.pages);
  const copy = await pages.match(pageAddress(url));
  if (!copy) return null;
  const html = await copy.text();
  if (!hasEnded(html, Date.now())) return { html, headers: copy.headers };
  await pages.delete(pageAddress(url));
  return null;
}

export async function dropPage(url: string): Promise<void> {
  await (await caches.open(cacheNames.pages)).delete(pageAddress(url));
}

/** Every kept page, the newest first. */
export async function listKept(): Promise<KeptPage[]> {
  const pages = await caches.open(cacheNames.pages);
  const kept = await Promise.all(
    (await pages.keys()).map(async ({ url }) => {
      const headers = (await pages.match(url))?.headers ?? new Headers();
      const build = headers.get(mark.build);
      return {
        url,
        keptAt: Number(headers.get(mark.at)),
        title: asText(decodeURIComponent(headers.get(mark.title) ?? '')),
        bytes: Number(headers.get(mark.bytes)),
        assets: new Map(JSON.parse(headers.get(mark.assets) ?? '[]') as [string, number][]),
        build,
        isAlways: build !== null,
      };
    }),
  );
  return kept.toSorted((one, other) => other.keptAt - one.keptAt);
}

/** Forgets what the reader opened and searched for. Pages that everybody has stay. */
export async function clearKept(): Promise<void> {
  const pages = await caches.open(cacheNames.pages);
  for (const { url, isAlways } of await listKept()) if (!isAlways) await pages.delete(url);
  await caches.delete(cacheNames.data);
  await dropAssets();
}

/** Keeps assets and what they name in turn. Gives back all of them with their sizes. */
async function keepAssets(named: readonly string[]): Promise<Map<string, number>> {
  const cache = await caches.open(cacheNames.assets);
  const sizes = new Map<string, number>();
  let next = [...named];
  while (next.length > 0) {
    const found = await Promise.all(next.map(async (address) => ({ address, asset: await assetAt(cache, address) })));
    for (const { address, asset } of found) sizes.set(address, asset.size);
    const texts = await Promise.all(
      found
        .filter(({ address }) => /\.(js|css)$/.test(address))
        .map(async ({ address, asset }) => assetsIn(await asset.text(), address.endsWith('.js'))),
    );
    next = [...new Set(texts.flat())].filter((address) => !sizes.has(address));
  }
  return sizes;
}

async function assetAt(cache: Cache, address: string): Promise<Blob> {
  const copy = await cache.match(address);
  if (copy) return copy.blob();
  const response = await fetch(address);
  if (!mayBeKept(response)) throw new Error(`${address} cannot be kept: ${response.status}`);
  await cache.put(address, response.clone());
  return response.blob();
}

async function dropOldest(): Promise<void> {
  const pages = await caches.open(cacheNames.pages);
  for (const url of pagesToDrop(await listKept(), most)) await pages.delete(url);
  await dropAssets();
}

/** Assets that no kept page needs any more. */
async function dropAssets(): Promise<void> {
  const needed = new Set((await listKept()).flatMap(({ assets }) => [...assets.keys()]));
  const cache = await caches.open(cacheNames.assets);
  for (const request of await cache.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

function asText(html: string): string {
  const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign);
}
