import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sanitisedHtml } from '../../../api/sanitise/sanitise-html.ts';
import type { OpenedTicket, OpenTicketInput } from '../../../api/tickets/opening-contract.ts';
import { cast } from '../../support/cast.ts';
import { fitting, payloads } from '../../support/payloads.ts';
import { startPortal } from '../../support/portal-process.ts';
import {
  draw,
  emptyOrigin as origin,
  emptyPage,
  inBatches,
  openWatchedBrowser,
} from '../../support/watched-browser.ts';
import { fileOf, sendJsonWithFiles } from '../support/files.ts';

describe('foreign HTML', () => {
  it('is 200 payloads and more, each of them once', () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThan(200);
  });

  it('runs nothing and asks nobody once it is sanitised, nor when it is written and read again', async () => {
    const { context, watch } = await openWatchedBrowser(origin);
    const page = await emptyPage(context);
    for (const payload of payloads) {
      const clean = sanitisedHtml(payload);
      await draw(page, clean);
      await draw(page, await page.evaluate(() => document.body.innerHTML));
      await draw(page, `<svg><desc>${clean}</desc></svg><math><mtext>${clean}</mtext></math>`);
      expect(page.url(), payload).toBe(`${origin}/`);
      expect({ payload, ...watch }).toEqual({ payload, ran: [], asked: [] });
    }
    // As part of a page that is read from its beginning.
    const all = payloads.map((payload) => `<article>${sanitisedHtml(payload)}</article>`);
    await page.setContent(`<!doctype html><body>${all.join('')}<p id="end"></p>`);
    expect(await page.locator('body > article').count()).toBe(payloads.length);
    expect(await page.locator('body > #end').count()).toBe(1);
    expect(watch).toEqual({ ran: [], asked: [] });
  });

  it('would be noticed by these tests: unsanitised, many of them run or ask', async () => {
    const { context, watch } = await openWatchedBrowser(origin);
    const page = await emptyPage(context);
    for (const payload of payloads.filter((payload) => payload.length < 2000 && !/http-equiv|<base/i.test(payload))) {
      await draw(page, payload).catch(() => undefined);
      if (page.url() !== `${origin}/`) await page.goto(`${origin}/`);
    }
    expect(watch.ran.length).toBeGreaterThan(30);
    expect(new Set(watch.asked).size).toBeGreaterThan(15);
  });
});

/** Every payload once in every field of a customer: many messages to a ticket, so that there are few tickets. */
function ticketsOf(): { input: OpenTicketInput; messages: string[]; files: string[] }[] {
  const each = 12;
  const subjects = fitting(120);
  const names = fitting(80);
  const titles = fitting(200);
  const bodies = payloads.filter((payload) => payload.length <= 5000);
  const count = Math.max(subjects.length, names.length);
  return Array.from({ length: count }, (_, index) => ({
    input: {
      subject: subjects[index % subjects.length] ?? 'x',
      name: names[index % names.length] ?? 'x',
      email: `customer-${index}@example.jp`,
      message: bodies[index % bodies.length] ?? 'x',
      language: index % 2 === 0 ? 'ja' : 'en',
      trail: [
        { kind: 'search', query: titles[index % titles.length] ?? 'x', at: 1 },
        { kind: 'page', url: '/ja/', title: titles[(index + 1) % titles.length] ?? 'x', at: 2 },
      ],
    },
    messages: bodies.slice(index * each, (index + 1) * each),
    files: [`${names[index % names.length] ?? 'x'}.txt`],
  }));
}

describe('what customers write, on the real pages', () => {
  it(
    'runs nothing and asks nobody: on their own page, in the desk’s list, and in its tickets',
    { timeout: 600_000 },
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-hostile-'));
      const portal = await startPortal({ dataDir });
      onTestFinished(async () => {
        await portal.stop();
        await rm(dataDir, { recursive: true, force: true });
      });
      const ask = (path: string, init?: RequestInit) => fetch(`${portal.url}${path}`, init);
      const { context, watch } = await openWatchedBrowser(portal.url);
      const owner = { ...cast.emma, token: portal.setupUrl?.split('#setup=')[1] };
      expect((await context.request.post(`${portal.url}/api/setup`, { data: owner })).status()).toBe(201);

      const page = await context.newPage();
      const opened: OpenedTicket[] = [];
      for (const { input, messages, files } of ticketsOf()) {
        const sent = files.map((name) => fileOf(name, name));
        const answer = await sendJsonWithFiles(ask, '/api/tickets', input, sent);
        expect({ input, status: answer.status }).toEqual({ input, status: 201 });
        const ticket = (await answer.json()) as OpenedTicket;
        opened.push(ticket);
        for (const message of messages) {
          const data = { message };
          expect((await context.request.post(`${portal.url}${ticket.requestUrl}messages`, { data })).status()).toBe(
            201,
          );
        }
      }
      for (const { requestUrl, reference } of opened) {
        await page.goto(`${portal.url}${requestUrl}`);
        await page.locator('.message-file').first().waitFor();
        expect({ reference, ...watch, url: page.url() }).toEqual({
          reference,
          ran: [],
          asked: [],
          url: `${portal.url}${requestUrl}`,
        });
        expect(await page.locator('.messages :is(script, img, iframe, svg, object, embed, form, style)').count()).toBe(
          0,
        );
      }
      await page.goto(`${portal.url}/desk/`);
      await page.locator('.desk-tickets a').first().waitFor();
      for (const { reference } of opened) {
        await page.goto(`${portal.url}/desk/#/tickets/all/${reference}`);
        await page.locator('.ticket .message-file').first().waitFor();
        await page.locator(`.ticket .reference:text-is("${reference}")`).first().waitFor();
        expect({ reference, ...watch }).toEqual({ reference, ran: [], asked: [] });
      }
    },
  );
});

describe('what staff write, on the pages that everybody reads', () => {
  it('runs nothing and asks nobody: in notices, their history and their feed', { timeout: 600_000 }, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-hostile-'));
    const portal = await startPortal({ dataDir });
    onTestFinished(async () => {
      await portal.stop();
      await rm(dataDir, { recursive: true, force: true });
    });
    const { context, watch } = await openWatchedBrowser(portal.url);
    const owner = { ...cast.emma, token: portal.setupUrl?.split('#setup=')[1] };
    expect((await context.request.post(`${portal.url}/api/setup`, { data: owner })).status()).toBe(201);
    const titles = fitting(90);
    const publish = async (payload: string, index: number) => {
      // Some are nothing but characters that no notice may hold.
      const title = `${titles[index % titles.length] ?? ''} ${index}`;
      const text = `${payload} ${index}`;
      const data = { kind: 'delay', severity: 'minor', title: { ja: title, en: title }, text: { ja: text, en: text } };
      expect((await context.request.post(`${portal.url}/api/notices`, { data })).status(), title).toBe(201);
    };
    await inBatches(fitting(1900), publish);
    const page = await context.newPage();
    for (const path of [
      '/ja/notices/',
      '/ja/',
      '/en/faq/',
      '/en/notices/feed.xml',
      '/notices/ja.json',
      '/desk/#/notices',
    ]) {
      await page.goto(`${portal.url}${path}`).catch(() => undefined);
      await page.waitForTimeout(1500);
      expect({ path, ...watch }).toEqual({ path, ran: [], asked: [] });
    }
    await page.goto(`${portal.url}/ja/notices/`);
    expect(await page.locator('main').textContent()).toContain('onerror=pwned()');
    expect(await page.locator('main :is(script:not([src]), iframe, object, embed, style)').count()).toBe(0);
  });
});
