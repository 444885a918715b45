import { describe, expect, it } from 'vitest';
import { sendForm, sendJson } from '../support/ask.ts';
import { textAt } from '../support/html.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel, wrongColour } from '../support/samples.ts';
import { createPages } from '../../../api/http/pages.ts';
import { tokenOf } from '../../../api/tokens/one-time-tokens.ts';

const shell = `<!doctype html><html lang="ja"><body><p data-slot="address"></p><p data-slot="none" hidden></p>
<ul data-slot="requests" hidden></ul></body></html>`;

async function portalWithRequests() {
  const portal = await makeStaffedPortal({ pages: createPages(async () => shell) });
  const first = await openTicket(portal, lateParcel);
  portal.time.now += 60_000;
  const second = await openTicket(portal, { ...lateParcel, subject: 'また届きません' });
  const others = await openTicket(portal, wrongColour);
  return { portal, first, second, others };
}
type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

/** The link of the mail that an address gets; `null` for none. */
async function linkFor({ app, services }: Portal, email: string): Promise<string | null> {
  const asked = await sendJson(app.request, '/api/own-requests', { email, language: 'ja' });
  expect([asked.status, await asked.json()]).toEqual([202, {}]);
  const { rows } = await services.db.raw.execute(
    "select payload from outbox where kind = 'own-requests' order by id desc limit 1",
  );
  const { tokenId } = JSON.parse(rows[0]?.['payload'] as string) as { tokenId: string };
  return `/ja/my-requests/${tokenOf(services.secret, tokenId)}/`;
}
const verified = async ({ services }: Portal) =>
  (await services.db.raw.execute('select value from identities where verified_at is not null')).rows;

describe('one’s own requests', () => {
  it('are all there for whoever reads the address, newest first, each with a link that works; and nobody else’s', async () => {
    const { portal, first, second, others } = await portalWithRequests();
    const page = await portal.app.request((await linkFor(portal, 'HANAKO@example.jp')) ?? '');
    const text = await page.text();
    expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect(text.indexOf(second.reference)).toBeGreaterThan(0);
    expect(text.indexOf(first.reference)).toBeGreaterThan(text.indexOf(second.reference));
    expect(text).not.toContain(others.reference);
    const [, link = ''] = /href="(\/ja\/requests\/[^"]+)"/.exec(text) ?? [];
    expect((await portal.app.request(link)).status).toBe(200);
  });

  it('prove the address', async () => {
    const { portal } = await portalWithRequests();
    const link = (await linkFor(portal, lateParcel.email)) ?? '';
    expect(await verified(portal)).toEqual([]);
    await portal.app.request(link);
    await portal.app.request(link);
    expect(await verified(portal)).toEqual([{ value: lateParcel.email }]);
  });

  it('have a new link where the old one has ended', async () => {
    const { portal } = await portalWithRequests();
    portal.time.now += 100 * 86_400_000;
    const text = await (await portal.app.request((await linkFor(portal, lateParcel.email)) ?? '')).text();
    for (const [, link = ''] of text.matchAll(/href="(\/ja\/requests\/[^"]+)"/g)) {
      expect((await portal.app.request(link)).status).toBe(200);
    }
  });

  it('are asked for in the same words whether an address is known or not', async () => {
    const { portal } = await portalWithRequests();
    const link = await linkFor(portal, 'nobody@example.jp');
    expect(await (await portal.app.request(link ?? '')).text()).not.toMatch(/M-[0-9A-Z]{4}/);
  });

  it('are behind a link for a day', async () => {
    const { portal } = await portalWithRequests();
    const link = (await linkFor(portal, lateParcel.email)) ?? '';
    portal.time.now += 24 * 3_600_000 + 1;
    expect((await portal.app.request(link)).status).toBe(410);
    expect((await portal.app.request('/ja/my-requests/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/')).status).toBe(410);
  });

  it('are asked for again in the place of a link that does not work', async () => {
    const ask = `<!doctype html><html lang="ja"><body><form id="my-requests" action="/api/own-requests">
      <div data-slot="problem" hidden></div><input id="my-requests-email" name="email"></form></body></html>`;
    const pages = createPages(async (path) => (path === '/ja/my-requests/' ? ask : null));
    const { app } = await makeStaffedPortal({ pages });
    const none = 'A'.repeat(32);
    for (const [path, status] of [
      [`/ja/my-requests/${none}/`, 410],
      [`/ja/requests/${none}/`, 404],
    ] as const) {
      const answer = await app.request(path, { headers: { Accept: 'text/html' } });
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([status, 'no-store']);
      const page = await answer.text();
      expect(textAt(page, 'form [data-slot="problem"]')).toMatch(/このリンクは(期限切れです|使えません)/);
      expect(textAt(page, 'form [data-slot="problem"]')).toContain('新しいリンクをお送りします');
    }
  });

  it('can be asked for without JavaScript', async () => {
    const { portal } = await portalWithRequests();
    const form = { email: lateParcel.email, language: 'ja' };
    const answer = await sendForm(portal.app.request, '/api/own-requests', form);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/ja/my-requests/sent/']);
  });
});

describe('a customer’s own word on the state', () => {
  it('closes a request, and opens it again', async () => {
    const { portal, first } = await portalWithRequests();
    const say = (state: string) => sendJson(portal.app.request, `${first.requestUrl}state`, { state });
    expect(((await (await say('solved')).json()) as { state: string }).state).toBe('solved');
    expect((await portal.staff.read(first.reference)).state).toBe('solved');
    expect(((await (await say('open')).json()) as { state: string }).state).toBe('open');
  });

  it.each(['closed', 'spam', 'new', 'waiting'])('is done or not done, never %s', async (state) => {
    const { portal, first } = await portalWithRequests();
    expect((await sendJson(portal.app.request, `${first.requestUrl}state`, { state })).status).toBe(422);
  });
});
