import { describe, expect, it } from 'vitest';
import type { Colleagues, SavedView } from '../../../api/desk/contract.ts';
import { phone } from '../../../api/channels/phone/channel.ts';
import { cast } from '../../support/cast.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { postcard } from '../channels/postcard/channel.ts';
import { makeWorld } from '../access/world.ts';

type World = Awaited<ReturnType<typeof makeWorld>>;

/** What somebody with that role asks. */
async function as(world: World, role: Parameters<World['signedIn']>[0]) {
  const cookie = await world.signedIn(role);
  return (path: string, init: RequestInit = {}) =>
    world.app.request(path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Cookie: cookie, Origin: world.services.publicUrl },
    });
}

const late = { name: 'Urgent returns', filter: { view: 'to-answer', category: 'returns', priority: 'urgent' } };

describe('saved views', () => {
  it('are one’s own, and others’ if they share them', async () => {
    const world = await makeWorld();
    const [ours, theirs] = [await as(world, 'agent'), await as(world, 'moderator')];
    const own = (await (await sendJson(ours, '/api/desk/views', late)).json()) as SavedView;
    expect(own).toMatchObject({ ...late, isShared: false, isOwn: true });
    const shared = (await (
      await sendJson(ours, '/api/desk/views', { ...late, name: 'For all', isShared: true })
    ).json()) as SavedView;
    const listed = async (ask: typeof ours) =>
      ((await (await ask('/api/desk/views')).json()) as { views: SavedView[] }).views.filter(
        ({ name }) => !name.startsWith('Everything'),
      );
    expect((await listed(ours)).map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['For all', true],
      ['Urgent returns', true],
    ]);
    expect((await listed(theirs)).map(({ id, isOwn }) => [id, isOwn])).toEqual([[shared.id, false]]);
    expect((await theirs(`/api/desk/views/${shared.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await world.staff.ask(`/api/desk/views/${own.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await world.staff.ask(`/api/desk/views/${shared.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ours(`/api/desk/views/${own.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await listed(ours)).toEqual([]);
  });

  it('are given another name, filter and sharing by whoever made them', async () => {
    const world = await makeWorld();
    const [ours, theirs] = [await as(world, 'agent'), await as(world, 'moderator')];
    const { id } = (await (await sendJson(ours, '/api/desk/views', late)).json()) as SavedView;
    const changed = { name: 'Late returns', isShared: true, filter: { view: 'mine', tag: 'late' } };
    const change = (ask: typeof ours) => sendJson(ask, `/api/desk/views/${id}`, changed, { method: 'PUT' });
    expect((await change(theirs)).status).toBe(404);
    expect(await (await change(ours)).json()).toEqual({ id, isOwn: true, ...changed });
    const { views } = (await (await theirs('/api/desk/views')).json()) as { views: SavedView[] };
    expect(views.find((view) => view.id === id)).toEqual({ id, isOwn: false, ...changed });
    // Shared or not, only their own: an owner may take it away, not reword it.
    expect((await change(world.staff.ask)).status).toBe(404);
  });

  it('refuse a filter that there is not, and more than fifty', async () => {
    const portal = await makeStaffedPortal();
    const save = (view: object) => sendJson(portal.staff.ask, '/api/desk/views', view);
    expect((await save({ ...late, filter: { view: 'to-answer', colour: 'red' } })).status).toBe(422);
    for (let count = 0; count < 50; count += 1) expect((await save(late)).status).toBe(201);
    expect((await save(late)).status).toBe(429);
  });
});

describe('colleagues', () => {
  it('are who answers tickets, with their teams, the tags in use, the most used first, and every channel there is', async () => {
    const portal = await makeStaffedPortal({ channels: [phone, postcard] });
    const { raw } = portal.services.db;
    for (const [id, role, state] of [
      ['a', 'agent', 'active'],
      ['b', 'agent', 'suspended'],
      ['c', 'editor', 'active'],
      ['d', 'member', 'active'],
    ]) {
      await raw.execute({
        sql: "insert into accounts (id, email, name, language, role, state, created_at) values (?1, ?1 || '@aruku.example', upper(?1), 'ja', ?2, ?3, 0)",
        args: [id ?? '', role ?? '', state ?? ''],
      });
    }
    await raw.execute("insert into teams values ('t', 'Sizes', 0)");
    await raw.execute("insert into team_members values ('t', 'a')");
    for (const tags of [['refund', 'late'], ['late'], ['late', 'アルク']]) {
      const { reference } = await openTicket(portal, lateParcel);
      for (const tag of tags) {
        await raw.execute({
          sql: 'insert into conversation_tags select id, ?, 1 from conversations where reference = ?',
          args: [tag, reference],
        });
      }
    }
    const { agents, ...others } = (await (await portal.staff.ask('/api/desk/colleagues')).json()) as Colleagues;
    expect(agents.map(({ name, teams }) => [name, teams])).toEqual([
      ['A', ['t']],
      [cast.emma.name, []],
    ]);
    expect(others).toEqual({
      teams: [{ id: 't', name: 'Sizes' }],
      tags: ['late', 'refund', 'アルク'],
      channels: [phone, postcard].map(({ id, name }) => ({ id, name })),
    });
  });
});

describe('the export of conversations', () => {
  it('is a table that no spreadsheet runs, and is recorded', async () => {
    const portal = await makeStaffedPortal();
    await openTicket(portal, { ...lateParcel, subject: '=HYPERLINK("https://evil.example")' });
    const answer = await portal.staff.ask('/api/desk/export.csv?language=en');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="conversations.csv"');
    const [head = '', line = ''] = (await answer.text()).split('\r\n');
    expect(head).toContain('"Reference","Subject","State"');
    expect(line).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(line).toContain(cast.hanako.email);
    const { rows } = await portal.services.db.raw.execute(
      "select detail from audit_log where action = 'tickets:export'",
    );
    expect(rows).toEqual([{ detail: '{"format":"csv"}' }]);
  });

  it('has everything that was said as JSON, of the period that was asked for', async () => {
    const portal = await makeStaffedPortal();
    const early = await openTicket(portal, lateParcel);
    portal.time.now += 3_600_000;
    const from = portal.time.now;
    const late = await openTicket(portal, { ...lateParcel, message: '「"」と\n改行' });
    portal.time.now += 3_600_000;
    const read = async (query: string) =>
      (await (await portal.staff.ask(`/api/desk/export.json${query}`)).json()) as {
        reference: string;
        messages: { body: string }[];
      }[];
    expect((await read('')).map(({ reference }) => reference)).toEqual([early.reference, late.reference]);
    const [only, ...none] = await read(`?from=${from}&to=${portal.time.now}`);
    expect(none).toEqual([]);
    expect(only).toMatchObject({ reference: late.reference, messages: [{ body: '「"」と\n改行' }] });
    expect(await read(`?from=${portal.time.now}`)).toEqual([]);
    expect((await portal.staff.ask('/api/desk/export.json?from=yesterday')).status).toBe(422);
  });
});
