import { inTurn } from './in-turn.ts';
import { cacheNames, dropPage, keepPage, readKept } from './kept-pages.ts';
import { isUnreachable, mayBeKept } from './treatment.ts';

/** How long the network is waited for where there is a copy. */
const patienceMs = 2500;
const mostData = 200;
const mostDataBytes = 5_000_000;

/** An answer, and what is done with it after the reader has it. */
export interface Given {
  answer: Promise<Response>;
  afterwards: Promise<unknown>;
}

/** From the network, and kept; its copy when that fails or takes long, and the page that says so where there is none. */
export function answerPage(request: Request, languages: readonly string[]): Given {
  const network = fetch(request);
  // The copy is made before the answer is read.
  const afterwards = network.then((response) => {
    const { status } = response;
    if (status === 404 || status === 410) return inTurn(() => dropPage(request.url));
    return inTurn(keepPage.bind(null, request.url, response.clone()));
  });
  return { answer: pageFrom(network, request.url, languages), afterwards };
}

async function pageFrom(network: Promise<Response>, url: string, languages: readonly string[]): Promise<Response> {
  const kept = await readKept(url);
  const response = await inTime(network, kept !== null);
  if (response && !(kept && isUnreachable(response.status))) return response;
  if (kept) return marked(kept, 'kept');
  const { pathname } = new URL(url);
  const whole = pathname.endsWith('/') ? null : await readKept(`${url.replace(/[?#].*/, '')}/`);
  if (whole) return Response.redirect(`${pathname}/`, 302);
  const language = languages.find((known) => pathname.startsWith(`/${known}/`));
  if (language === undefined && pathname === '/') {
    for (const known of languages)
      if (await readKept(new URL(`/${known}/`, url).href)) return Response.redirect(`/${known}/`, 302);
  }
  for (const known of language === undefined ? languages : [language, ...languages]) {
    const instead = await readKept(new URL(`/${known}/offline/`, url).href);
    if (instead) return marked(instead, 'missing');
  }
  return Response.error();
}

/** The page says in its first element that it is a copy, or that the one asked for is missing; stylesheets do the rest. */
function marked({ html, headers }: { html: string; headers: Headers }, how: 'kept' | 'missing'): Response {
  return new Response(html.replace('<html ', `<html data-offline="${how}" `), {
    headers,
    status: how === 'kept' ? 200 : 503,
  });
}

/** Named by its content: a copy is as good as the network's. Those of pages are kept with the pages. */
export function answerAsset(request: Request): Given {
  const answer = caches.open(cacheNames.assets).then(async (cache) => (await cache.match(request)) ?? fetch(request));
  return { answer, afterwards: Promise.resolve() };
}

export function answerChunk(request: Request): Given {
  const answer = caches.open(cacheNames.data).then(async (cache) => (await cache.match(request)) ?? fetch(request));
  const copy = answer.then((response) => response.clone());
  return { answer: copy.then(() => answer), afterwards: copy.then((response) => keepData(request.url, response)) };
}

/** From the network, and kept; the last copy when that fails, or takes long. */
export function answerData(request: Request): Given {
  const network = fetch(request);
  const afterwards = network.then((response) => keepData(request.url, response.clone()));
  const answer = caches
    .open(cacheNames.data)
    .then((cache) => cache.match(request))
    .then(async (kept) => {
      const response = await inTime(network, kept !== undefined);
      return response && !(kept && isUnreachable(response.status)) ? response : (kept ?? Response.error());
    });
  return { answer, afterwards };
}

/** Keeps an answer that is no page, and drops the oldest of its kind. */
export async function keepData(url: string, response: Response): Promise<void> {
  if (!mayBeKept(response)) return;
  const cache = await caches.open(cacheNames.data);
  const content = await response.blob();
  if (content.size > mostDataBytes / 5) return;
  const headers = new Headers(response.headers);
  headers.delete('Content-Encoding');
  headers.set('Content-Length', String(content.size));
  // What is put again goes to the end.
  await cache.put(url, new Response(content, { headers }));
  const kept = await cache.keys();
  const sizes = await Promise.all(
    kept.map(async (request) => Number((await cache.match(request))?.headers.get('Content-Length'))),
  );
  let bytes = sizes.reduce((sum, size) => sum + size, 0);
  for (const [index, oldest] of kept.entries()) {
    if (kept.length - index <= mostData && bytes <= mostDataBytes) return;
    await cache.delete(oldest);
    bytes -= sizes[index] ?? 0;
  }
}

/** The network's answer; `null` when there is none, or, where there `isCopy`, none in time. */
async function inTime(network: Promise<Response>, isCopy: boolean): Promise<Response | null> {
  const answered = network.catch(() => null);
  if (!isCopy) return answered;
  return Promise.race([answered, new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))]);
}
