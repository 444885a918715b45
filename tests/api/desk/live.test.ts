import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { createLive } from '../../../api/desk/live/live.ts';
import { forgetChanges } from '../../../api/desk/live/changes.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

interface Told {
  event: string;
  id: number;
  data: Record<string, unknown>;
}

/** A desk that looks on, from a place or from now. */
async function lookOn(portal: Portal, after?: number, app = portal.app) {
  const cookie = [...portal.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { Cookie: cookie, ...(after === undefined ? {} : { 'Last-Event-ID': String(after) }) };
  const answer = await app.request('/api/desk/live', { headers });
  const told: Told[] = [];
  let isOpen = answer.status === 200;
  const reading = (async () => {
    if (!answer.body || answer.status !== 200) return;
    let rest = '';
    const reader = answer.body.getReader();
    onTestFinished(() => reader.cancel());
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const whole = rest.split('\n\n');
      rest = whole.pop() ?? '';
      for (const text of whole) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(text)?.[1] ?? '';
        if (field('event')) {
          told.push({
            event: field('event'),
            id: Number(field('id')),
            data: JSON.parse(field('data')) as Record<string, unknown>,
          });
        }
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      isOpen = false;
    });
  const hears = (matching: object) =>
    expect.poll(() => told, { timeout: 5000 }).toContainEqual(expect.objectContaining(matching));
  if (answer.status === 200) await expect.poll(() => told.length, { timeout: 5000 }).toBeGreaterThan(0);
  return { answer, told, hears, isOpen: () => isOpen, reading };
}

const ofTickets = (told: Told[]) => told.filter(({ event }) => event === 'ticket').map(({ data }) => data);

describe('the live stream of the desk', () => {
  it('tells of a new conversation and of what becomes of it', async () => {
    const portal = await makeStaffedPortal();
    const desk = await lookOn(portal);
    expect(desk.answer.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
    expect(desk.told[0]).toMatchObject({ event: 'ready' });
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    await desk.hears({ event: 'ticket', data: { kind: 'ticket', reference, version: 1, state: 'new' } });
    await sendJson(portal.app.request, `${requestUrl}messages`, { message: 'まだ届きません。' });
    await desk.hears({ event: 'ticket', data: { kind: 'ticket', reference, version: 2, state: 'new' } });
  });

  it('goes on after a break from the last event that was heard, and misses none', async () => {
    const portal = await makeStaffedPortal();
    const first = await lookOn(portal);
    const before = await openTicket(portal, lateParcel);
    await first.hears({ event: 'ticket' });
    const last = first.told.at(-1)?.id ?? 0;
    const missed = [];
    for (let count = 0; count < 5; count += 1) missed.push(await openTicket(portal, lateParcel));
    const second = await lookOn(portal, last);
    await expect.poll(() => ofTickets(second.told), { timeout: 5000 }).toHaveLength(5);
    expect(ofTickets(second.told).map(({ reference }) => reference)).toEqual(missed.map(({ reference }) => reference));
    expect(ofTickets(second.told).map(({ reference }) => reference)).not.toContain(before.reference);
    const ids = second.told.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  });

  it('says when what happened meanwhile is not kept any more', async () => {
    const portal = await makeStaffedPortal();
    const { raw } = portal.services.db;
    for (let count = 0; count < 5; count += 1) await openTicket(portal, lateParcel);
    await raw.execute('update live_changes set at = 1');
    await raw.execute('update news_cursor set seq = 5');
    await forgetChanges(portal.services.db);
    expect((await lookOn(portal, 2)).told[0]).toMatchObject({ event: 'reload', id: 5 });
    expect((await lookOn(portal, 5)).told[0]).toMatchObject({ event: 'ready', id: 5 });
    expect((await lookOn(portal, 900)).told[0]).toMatchObject({ event: 'reload', id: 5 });
  });

  it('keeps what changed for an hour, and what nobody was told of for longer', async () => {
    const portal = await makeStaffedPortal();
    const { db } = portal.services;
    for (let count = 0; count < 3; count += 1) await openTicket(portal, lateParcel);
    await forgetChanges(db);
    expect((await db.raw.execute('select seq from live_changes')).rows).toHaveLength(3);
    await db.raw.execute('update live_changes set at = 1 where seq < 3');
    await db.raw.execute('update news_cursor set seq = 1');
    await forgetChanges(db);
    expect((await db.raw.execute('select seq from live_changes')).rows.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('hears what another process changed', async () => {
    const portal = await makeStaffedPortal();
    const live = createLive({
      db: portal.services.db,
      clock: portal.services.clock,
      log: portal.services.log,
      pollMs: 20,
    });
    const other = createApp({ ...portal.services, live });
    const desk = await lookOn(portal, undefined, other);
    const { reference } = await openTicket(portal, lateParcel);
    await desk.hears({ event: 'ticket', data: expect.objectContaining({ reference }) });
  });

  it('tells who comes, writes and goes, but nobody of themselves', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    const { db } = portal.services;
    await db.raw.execute(
      "insert into accounts (id, email, name, language, role, created_at) values ('a', 'a@aruku.example', 'Aya', 'ja', 'agent', 0)",
    );
    const conversation = (await db.raw.execute('select id from conversations')).rows[0]?.['id'] as string;
    const desk = await lookOn(portal);
    const be = async (isWriting: number) =>
      db.raw.execute({
        sql: 'insert into presences values (?, ?, ?, ?) on conflict do update set is_writing = excluded.is_writing',
        args: [conversation, 'a', isWriting, portal.time.now],
      });
    const seen = (isWriting: boolean) => ({
      event: 'presence',
      data: {
        kind: 'presence',
        reference,
        present: [{ accountId: 'a', name: 'Aya', isWriting, seenAt: portal.time.now }],
      },
    });
    await be(0);
    await desk.hears(seen(false));
    await be(1);
    await desk.hears(seen(true));
    const put = await sendJson(
      portal.staff.ask,
      `/api/desk/presence/${reference}`,
      { isWriting: false },
      { method: 'PUT' },
    );
    expect(await put.json()).toMatchObject({ present: [{ name: 'Aya', isWriting: true }] });
    await db.raw.execute("delete from presences where account_id = 'a'");
    await desk.hears({ event: 'presence', data: { kind: 'presence', reference, present: [] } });
    expect(JSON.stringify(desk.told)).not.toContain('Emma');
  });

  it('forgets who has said nothing for half a minute', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    await sendJson(portal.staff.ask, `/api/desk/presence/${reference}`, { isWriting: true }, { method: 'PUT' });
    portal.time.now += 31_000;
    const desk = await lookOn(portal);
    await desk.hears({ event: 'presence', data: { kind: 'presence', reference, present: [] } });
    expect((await portal.services.db.raw.execute('select * from presences')).rows).toEqual([]);
  });

  it('ends when the portal stops', async () => {
    const stopping = new AbortController();
    const portal = await makeStaffedPortal({ stopping: stopping.signal });
    const desk = await lookOn(portal);
    stopping.abort();
    await desk.reading;
    expect(desk.isOpen()).toBe(false);
  });

  it('ends when whoever looks on is signed out, and keeps nobody signed in', async () => {
    const portal = await makeStaffedPortal();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const desk = await lookOn(portal);
    const ends = async () =>
      (await portal.services.db.raw.execute('select last_used_at, expires_at from sessions')).rows[0];
    const before = await ends();
    portal.time.now += 3_600_000;
    vi.advanceTimersByTime(15_000);
    await openTicket(portal, lateParcel);
    await desk.hears({ event: 'ticket' });
    expect(desk.isOpen()).toBe(true);
    expect(await ends()).toEqual(before);
    await portal.services.db.raw.execute('delete from sessions');
    vi.advanceTimersByTime(15_000);
    await desk.reading;
    expect(desk.isOpen()).toBe(false);
  });

  it('is refused to whoever has eight of them', async () => {
    const portal = await makeStaffedPortal();
    for (let count = 0; count < 8; count += 1) expect((await lookOn(portal)).answer.status).toBe(200);
    expect((await lookOn(portal)).answer.status).toBe(429);
  });
});

describe('presence', () => {
  it('is of conversations that there are, and ends when one leaves', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    const put = (at: string) =>
      sendJson(portal.staff.ask, `/api/desk/presence/${at}`, { isWriting: false }, { method: 'PUT' });
    expect((await put('M-2222')).status).toBe(404);
    expect((await put(reference)).status).toBe(200);
    const leave = () => portal.staff.ask(`/api/desk/presence/${reference}`, { method: 'DELETE' });
    expect((await leave()).status).toBe(204);
    expect((await portal.services.db.raw.execute('select * from presences')).rows).toEqual([]);
    expect((await leave()).status).toBe(204);
  });
});
