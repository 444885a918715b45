import { answerAsset, answerChunk, answerData, answerPage, keepData } from './answers.ts';
import { inTurn } from './in-turn.ts';
import { deliverInWorker } from '../letters/deliver-in-worker.ts';
import { syncTag } from '../letters/letter.ts';
import { cacheNames, keepPage, listKept } from './kept-pages.ts';
import { pageAddress, treatmentOf } from './treatment.ts';
import type { WorkerScope } from './worker-scope.ts';

/*
 * The service worker: keeps the pages a reader has opened, and answers with them when the network does not. Everything
 * is kept by content, so a new build's worker takes over at once: open pages stay as they are.
 */

const scope = self as unknown as WorkerScope;
const { id, isOn, languages } = scope.madoBuild;
const { origin } = scope.location;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
if (isOn) keepPages();
else scope.addEventListener('activate', (event) => event.waitUntil(inTurn(retire)));

function keepPages(): void {
  scope.addEventListener('activate', (event) => {
    event.waitUntil(scope.clients.claim().then(() => inTurn(keepOpenPages)));
  });
  // Messages that wait on this device, with no page of the site open.
  scope.addEventListener('sync', (event) => {
    if (event.tag === syncTag) event.waitUntil(deliverInWorker());
  });
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { url, method, mode, headers } = request;
    const treatment = treatmentOf({ url, method, mode, isPart: headers.has('Range') }, origin);
    if (treatment === 'none') return;
    const { answer, afterwards } = {
      page: () => answerPage(request, languages),
      asset: () => answerAsset(request),
      chunk: () => answerChunk(request),
      data: () => answerData(request),
    }[treatment]();
    event.respondWith(answer);
    const more = treatment === 'page' ? () => inTurn(() => keepLanguageOf(url)) : () => undefined;
    // Keeping is a courtesy: the reader has the answer either way.
    event.waitUntil(afterwards.then(more).catch(() => undefined));
  });
}

/** The pages that were open before there was a worker, and what goes along with them. */
async function keepOpenPages(): Promise<void> {
  const open = (await scope.clients.matchAll({ type: 'window' })).map(({ url }) => url);
  const kept = await listKept();
  for (const url of open.filter(isPage)) {
    await keepLanguageOf(url);
    if (!kept.some((page) => page.url === pageAddress(url))) await keep(url);
  }
  for (const { url } of kept.filter(({ isAlways }) => isAlways)) await keepLanguageOf(url);
}

/** The pages and the search index that readers of a language always have, as this build has them. */
async function keepLanguageOf(url: string): Promise<void> {
  const language = new URL(url).pathname.split('/')[1] ?? '';
  if (!languages.includes(language)) return;
  const ofThisBuild = new Set((await listKept()).filter(({ build }) => build === id).map(({ url }) => url));
  const missing = ['offline/', 'contact/', 'search/']
    .map((path) => `${origin}/${language}/${path}`)
    .filter((always) => !ofThisBuild.has(always));
  for (const always of missing) await keep(always, id);
  const index = `${origin}/search/${language}.json`;
  const isThere = await (await caches.open(cacheNames.data)).match(index);
  if (missing.length > 0 || !isThere) await keepData(index, await fetch(index));
}

async function keep(url: string, build?: string): Promise<void> {
  await keepPage(url, await fetch(pageAddress(url)), build).catch(() => undefined);
}

function isPage(url: string): boolean {
  return treatmentOf({ url, method: 'GET', mode: 'navigate', isPart: false }, origin) === 'page';
}

/** The portal keeps no pages any more: nothing is left of them, and no worker. */
async function retire(): Promise<void> {
  for (const name of Object.values(cacheNames)) await caches.delete(name);
  await scope.registration.unregister();
}
