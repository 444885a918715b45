import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../components/offline/mado-kept-pages.ts';
import { answerPage } from '../../../components/offline/answers.ts';
import { cacheNames, keepPage, readKept } from '../../../components/offline/kept-pages.ts';
import { find, show } from '../fixtures.ts';

const addressOf = (path: string) => new URL(path, location.href).href;
const sale = addressOf('/en/faq/sale/');
const html = { headers: { 'Content-Type': 'text/html' } };

/** An answer as it comes from the site itself. */
function ofTheSite(body: string, init: ResponseInit): Response {
  return Object.defineProperties(new Response(body, init), {
    type: { value: 'basic' },
    clone: { value: () => ofTheSite(body, init) },
  });
}

/** A site with these answers to pages, whose stylesheet comes when it is told to. */
function siteWithSlowStyles(...pages: Response[]) {
  const styles = Promise.withResolvers<Response>();
  vi.stubGlobal('fetch', (asked: Request | string) =>
    typeof asked === 'string' && asked.startsWith('/_astro/') ? styles.promise : Promise.resolve(pages.shift()),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return () => styles.resolve(ofTheSite('', { headers: { 'Content-Type': 'text/css' } }));
}

const page = () => ofTheSite('<title>Sale</title><link rel="stylesheet" href="/_astro/slow.css">', html);

beforeEach(async () => {
  for (const name of Object.values(cacheNames)) await caches.delete(name);
});

it('a page that has ended is not put back by a copy of it that was being made', async () => {
  const deliver = siteWithSlowStyles(page(), new Response('Ended', { ...html, status: 410 }));
  const read = answerPage(new Request(sale), ['en']);
  await read.answer;
  const again = answerPage(new Request(sale), ['en']);
  await again.answer;
  // Without waiting for its turn, it would be dropped by now.
  await Promise.race([again.afterwards, new Promise((resolve) => setTimeout(resolve, 100))]);
  deliver();
  await Promise.all([read.afterwards, again.afterwards]);
  expect(await readKept(sale)).toBeNull();
});

it('a page is not put back after the reader has cleared what is kept', async () => {
  const deliver = siteWithSlowStyles(page());
  await keepPage(addressOf('/en/faq/other/'), ofTheSite('<title>Other</title>', html));
  show('<mado-kept-pages></mado-kept-pages>');
  await vi.waitUntil(() => document.querySelector('mado-kept-pages li'));
  const read = answerPage(new Request(sale), ['en']);
  await read.answer;
  await userEvent.click(find('mado-kept-pages button'));
  await Promise.race([
    vi.waitUntil(() => document.querySelector('.kept-cleared')),
    new Promise((resolve) => setTimeout(resolve, 100)),
  ]);
  deliver();
  await read.afterwards;
  await vi.waitUntil(() => document.querySelector('.kept-cleared'));
  expect(await readKept(sale)).toBeNull();
});
