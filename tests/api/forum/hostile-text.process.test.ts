import { evaluate } from '@mdx-js/mdx';
import * as runtime from 'hono/jsx/jsx-runtime';
import type { Page } from 'playwright';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asMdxText, mdxOf } from '../../../api/forum/articles/mdx.ts';
import { fitting } from '../../support/payloads.ts';
import { startPortal } from '../../support/portal-process.ts';
import { draw, emptyOrigin, emptyPage, inBatches, openWatchedBrowser } from '../../support/watched-browser.ts';
import { makeHostileForum } from './hostile-forum.ts';

/** Pages beside each other: as many as a small machine draws without one waiting for the other. */
const pagesAtOnce = 3;
/** What nothing that a member writes ever becomes; pictures are the portal's own. */
const active =
  'iframe, object, embed, style, base, meta, link, form, input, button, script, svg, math, [onerror], [onload]';

describe('what members and moderators write in the forum', () => {
  it(
    'runs nothing and asks nobody: on the forum’s pages, in feeds, search, at the desk and in mails',
    {
      timeout: 600_000,
    },
    async () => {
      const forum = await makeHostileForum();
      const portal = await startPortal({ dataDir: forum.dataDir });
      onTestFinished(async () => {
        await portal.stop();
      });
      const reader = await watched(portal.url);
      const owner = await watched(portal.url, forum.owner.cookie());

      // Titles, names, bodies, pictures, accepted answers, and what search engines read.
      await reader.visit(
        forum.threads,
        (path) => path,
        async (page) => {
          expect(await page.locator(`.post-body :is(${active})`).count()).toBe(0);
        },
      );
      await reader.visit(forum.members, (id) => `/ja/forum/members/${id}/`);
      const lists = ['', 'returns/', 'new/', 'guidelines/'].flatMap((path) => [
        `/ja/forum/${path}`,
        `/en/forum/${path}`,
      ]);
      const pages = Array.from({ length: 6 }, (_, index) => `/en/forum/?page=${index + 1}`);
      await reader.visit([...lists, ...pages], (path) => path);
      const feeds = ['/en/forum/', '/en/forum/returns/', `/en/forum/${forum.talk}/`, ...forum.threads.slice(0, 40)];
      await reader.readFeeds(feeds);
      await reader.search(['pwned', 'onerror', 'script', 'evil.invalid']);
      expect(reader.seen()).toEqual(nothing);

      // The talk as moderators see it, with what was hidden, and why each post was edited.
      const talkPages = Array.from({ length: Math.ceil(forum.hidden / 20) }, (_, index) => index + 1);
      await owner.visit(talkPages, (page) => `/en/forum/${forum.talk}/?page=${page}`, openHistories);
      for (const talker of forum.talkers) {
        const own = await watched(portal.url, talker.cookie());
        await own.visit(['/en/forum/own/', '/ja/forum/own/'], (path) => path);
        expect(own.seen()).toEqual(nothing);
      }
      await owner.openQueue('rejected', forum.hidden / 3);
      await owner.openQueue('appeals', forum.hidden / 3);
      await owner.visit(
        ['watched-words', 'outbox', 'mails'],
        (page) => `/desk/#/${page}`,
        async (page) => {
          await page.waitForTimeout(1000);
        },
      );
      expect(owner.seen()).toEqual(nothing);

      const mails = await owner.mails();
      expect(mails.length).toBeGreaterThan(400);
      const inbox = await openWatchedBrowser(emptyOrigin);
      const mail = await emptyPage(inbox.context);
      for (const html of mails) await draw(mail, html);
      expect(inbox.watch).toEqual(nothing);
    },
  );

  it(
    'runs nothing and asks nobody in drafts of articles, compiled as the build does',
    { timeout: 120_000 },
    async () => {
      const { context, watch } = await openWatchedBrowser(emptyOrigin);
      const page = await emptyPage(context);
      const options = { ...runtime, remarkPlugins: [remarkGfm, remarkCjkFriendly] };
      for (const payload of fitting(20_000)) {
        const text = payload.replaceAll('\u0000', '');
        const { default: Content } = await evaluate(`${asMdxText(text)}\n\n${mdxOf(text)}`, options);
        await draw(page, String((Content as (props: object) => unknown)({})));
        expect({ payload, ...watch }).toEqual({ payload, ...nothing });
      }
    },
  );
});

const nothing = { ran: [], asked: [] };

/** Somebody's browser, with what they do in it. */
async function watched(url: string, cookie?: string) {
  const { context, watch } = await openWatchedBrowser(url);
  const blocked: string[] = [];
  // What a policy holds back was active all the same.
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) blocked.push(message.text());
  });
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie) await context.addCookies([{ name, value, url }]);
  const tabs = await Promise.all(Array.from({ length: pagesAtOnce }, () => context.newPage()));
  const [tab] = tabs;
  if (!tab) throw new Error('There is a tab');
  const get = async (path: string) => (await context.request.get(`${url}${path}`)).text();

  /** Opens pages, a few at a time, and looks at each. */
  async function visit<T>(list: readonly T[], pathOf: (each: T) => string, look: (page: Page) => Promise<void> = calm) {
    await inBatches(
      list,
      async (each, index) => {
        const page = tabs[index % pagesAtOnce] ?? tab;
        await page?.goto(`${url}${pathOf(each)}`, { waitUntil: 'domcontentloaded' });
        if (page) await look(page);
        expect({ each, ...watch, blocked, url: page?.url() }).toEqual({
          each,
          ...nothing,
          blocked: [],
          url: `${url}${pathOf(each)}`,
        });
      },
      pagesAtOnce,
    );
  }

  return {
    visit,
    seen: () => watch,
    /** Feeds are whole XML, and what they show is drawn as a reader of feeds would. */
    async readFeeds(paths: readonly string[]) {
      const drawn = await openWatchedBrowser(emptyOrigin);
      const page = await emptyPage(drawn.context);
      const feeds = await inBatches(paths, (path) => get(`${path}feed.xml`));
      for (const feed of feeds) {
        const texts = await page.evaluate((xml) => {
          const parsed = new DOMParser().parseFromString(xml, 'application/xml');
          if (parsed.querySelector('parsererror')) throw new Error(xml);
          return Array.from(parsed.querySelectorAll('title, name, summary, content'), ({ textContent }) => textContent);
        }, feed);
        expect(texts.length).toBeGreaterThan(1);
        for (const text of await contentsOf(page, feed)) await draw(page, text);
      }
      expect(drawn.watch).toEqual(nothing);
    },
    /** Looks for threads, and for what is like a question that is being typed. */
    async search(words: readonly string[]) {
      for (const word of words) {
        await visit(
          [word],
          (q) => `/en/search/?q=${q}`,
          async (page) => {
            await page.locator('main a[href*="/forum/"]').first().waitFor();
          },
        );
      }
      await visit(['/en/forum/new/'], (path) => path);
    },
    /** Opens what is in a list of the queue, one after the other, as moderators do. */
    async openQueue(view: string, least: number) {
      await tab.goto(`${url}/desk/#/moderation/${view}`);
      const lines = tab.locator('mado-desk-moderation .ticket-row[data-id]');
      await lines.first().waitFor();
      const ids: string[] = [];
      let after = '';
      const query = view === 'appeals' ? 'state=pending&appealed=yes' : `state=${view}`;
      do {
        const page = JSON.parse(await get(`/api/moderation/reviewables?${query}&after=${after}`)) as {
          reviewables: { id: string }[];
          next: string | null;
        };
        ids.push(...page.reviewables.map(({ id }) => id));
        after = page.next ?? '';
      } while (after !== '');
      expect(ids.length).toBeGreaterThan(least);
      for (const id of ids) {
        await tab.evaluate((hash) => {
          location.hash = hash;
        }, `#/moderation/${view}/${id}`);
        await tab.waitForFunction((id) => {
          const detail = document.querySelector<HTMLElement & { itemId?: string }>('mado-desk-reviewable');
          return detail?.itemId === id && detail.querySelector('.history-timeline li') !== null;
        }, id);
        expect({ id, ...watch, blocked }).toEqual({ id, ...nothing, blocked: [] });
      }
    },
    /** Everything in the outbox, as HTML. */
    async mails() {
      const ids: string[] = [];
      let after = '';
      do {
        const page = JSON.parse(await get(`/api/outbox?view=waiting&after=${after}`)) as {
          mails: { id: string }[];
          next: string | null;
        };
        ids.push(...page.mails.map(({ id }) => id));
        after = page.next ?? '';
      } while (after !== '');
      return inBatches(ids, (id) => get(`/api/outbox/${id}/preview`));
    },
  };
}

async function calm(): Promise<void> {}

/** The HTML in a feed. */
function contentsOf(page: Page, feed: string): Promise<string[]> {
  return page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    return Array.from(
      parsed.querySelectorAll('content[type=html], summary[type=html]'),
      (each) => each.textContent ?? '',
    );
  }, feed);
}

/** Opens how each post of a page was edited. */
async function openHistories(page: Page): Promise<void> {
  const edited = page.locator('button.post-edited');
  await edited.first().waitFor();
  const count = await edited.evaluateAll((buttons: HTMLElement[]) => {
    for (const button of buttons) button.click();
    return buttons.length;
  });
  await page
    .locator('dialog .revisions details')
    .nth(count - 1)
    .waitFor();
}
