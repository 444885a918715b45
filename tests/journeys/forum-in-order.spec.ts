import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { asPage, type BuiltPage, readBuiltSite } from '../../site/site-check/built.ts';
import { checkDescriptions } from '../../site/site-check/descriptions.ts';
import { checkFeeds } from '../../site/site-check/feeds.ts';
import { checkImages } from '../../site/site-check/images.ts';
import { checkInlineScripts } from '../../site/site-check/inline-scripts.ts';
import { checkLanguages } from '../../site/site-check/languages.ts';
import { checkLinks } from '../../site/site-check/links.ts';
import { checkRequests } from '../../site/site-check/requests.ts';
import { checkSocialPictures } from '../../site/site-check/social-pictures.ts';
import { checkStructuredData } from '../../site/site-check/structured-data.ts';
import { boards, threadAt } from '../support/forum-states.ts';
import { readPages, test } from './forum-portal.ts';
import { expect } from './portal.ts';

const distDir = join(import.meta.dirname, '../../dist');
const checks = [
  checkLinks,
  checkLanguages,
  checkDescriptions,
  checkStructuredData,
  checkImages,
  checkSocialPictures,
  checkFeeds,
  checkRequests,
  checkInlineScripts,
];

test('what is checked of the built site holds for the forum as the portal fills it', async ({
  request,
  portal,
  language,
}) => {
  const build = (await readFile(join(distDir, 'current'), 'utf8')).trim();
  const built = await readBuiltSite(join(distDir, 'builds', build, 'site'));
  const textAt = async (path: string) => (await (await request.get(path)).text()).replaceAll(portal.url, built.origin);
  const pages: BuiltPage[] = [];
  for (const at of Object.values(readPages)) {
    const path = at(language).replace(/#.*/, '');
    // The guidelines are the site’s own, and checked with it.
    if (path.includes('/guidelines/')) continue;
    if ((await request.get(path)).ok()) pages.push(asPage(path, await textAt(path)));
  }
  const forum = `/${language}/forum/`;
  const feeds = [forum, `${forum}${boards.full}/`, threadAt(language, 'solved')].map((path) => `${path}feed.xml`);
  const texts = new Map(await Promise.all(feeds.map(async (path) => [path, await textAt(path)] as const)));
  const linked = addressesIn([...pages.map(({ root }) => root.toString()), ...texts.values()]);
  const addresses = new Set([...built.addresses, ...feeds]);
  for (const path of linked) if (await leadsSomewhere(request, path)) addresses.add(path);

  const site = { ...built, pages, texts, addresses };
  expect(checks.flatMap((check) => check(site))).toEqual([]);
  const isShown = (path: string) => pages.find(({ url }) => url === path)?.isIndexed;
  for (const state of ['solved', 'unanswered', 'long', 'idea', 'hostile', 'locked', 'archived'] as const) {
    expect(isShown(threadAt(language, state)), state).toBe(true);
  }
  for (const path of [`${forum}new/`, `${forum}own/`, `${forum}${boards.empty}/`, `/${language}/members/join/`]) {
    expect(isShown(path), path).toBe(false);
  }

  const listed = [...(await textAt('/forum/sitemap-1.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
  const ours = listed.filter((path) => path.startsWith(forum));
  expect(ours).toContain(threadAt(language, 'long'));
  expect(ours).toContain(forum);
  for (const path of ours) expect(asPage(path, await textAt(path)).isIndexed, path).toBe(true);
  for (const state of ['pending', 'returned', 'hidden', 'removed', 'merged'] as const) {
    expect(ours, state).not.toContain(threadAt(language, state));
  }
});

/** Site-absolute addresses of the forum that pages and feeds name. */
function addressesIn(texts: readonly string[]): Set<string> {
  const named = /\/(?:ja|en)\/forum\/(?:members\/[\w-]+|posts\/[\w-]+(?:\/(?:edit|flag))?|\d+)\/?/g;
  return new Set(texts.flatMap((text) => text.match(named) ?? []));
}

async function leadsSomewhere(request: APIRequestContext, path: string): Promise<boolean> {
  return (await request.get(path, { maxRedirects: 0 })).status() < 400;
}
