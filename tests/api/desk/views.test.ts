import { describe, expect, it } from 'vitest';
import type { TicketPage, TicketView } from '../../../api/tickets/contract.ts';
import type { ViewCounts } from '../../../api/desk/contract.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

/** A conversation with that subject and whatever else, as it stands in the database. */
async function standing(portal: Portal, subject: string, columns: Record<string, string | number | null> = {}) {
  const { reference } = await openTicket(portal, { ...lateParcel, subject });
  const { rows } = await portal.services.db.raw.execute({
    sql: 'select id from conversations where reference = ?',
    args: [reference],
  });
  const id = rows[0]?.['id'] as string;
  for (const [name, value] of Object.entries(columns)) {
    await portal.services.db.raw.execute({
      sql: `update conversations set ${name} = ? where id = ?`,
      args: [value, id],
    });
  }
  portal.time.now += 60_000;
  return { id, reference };
}

async function listed(portal: Portal, query: string): Promise<string[]> {
  const answer = await portal.staff.ask(`/api/tickets?${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as TicketPage).tickets.map(({ subject }) => subject);
}

async function viewsWith(portal: Portal, subject: string): Promise<TicketView[]> {
  const every: TicketView[] = ['to-answer', 'mine', 'team', 'unassigned', 'waiting', 'snoozed', 'done', 'spam', 'all'];
  const found = await Promise.all(every.map(async (view) => (await listed(portal, `view=${view}`)).includes(subject)));
  return every.filter((_, index) => found[index]);
}

async function ownerId({ services }: Portal): Promise<string> {
  return (await services.db.raw.execute('select id from accounts')).rows[0]?.['id'] as string;
}

async function makeTeam({ services }: Portal, name: string, member?: string): Promise<string> {
  const id = `team-${name}`;
  await services.db.raw.execute({ sql: 'insert into teams values (?, ?, 0)', args: [id, name] });
  if (member) await services.db.raw.execute({ sql: 'insert into team_members values (?, ?)', args: [id, member] });
  return id;
}

async function tag({ services }: Portal, { id }: { id: string }, name: string): Promise<void> {
  await services.db.raw.execute({
    sql: 'insert into conversation_tags select id, ?, last_message_at from conversations where id = ?',
    args: [name, id],
  });
}

describe('the views of the desk', () => {
  it('show what is one’s own, one’s teams’ and nobody’s', async () => {
    const portal = await makeStaffedPortal();
    const me = await ownerId(portal);
    const [ours, theirs] = [await makeTeam(portal, 'ours', me), await makeTeam(portal, 'theirs')];
    await standing(portal, 'mine', { assignee_id: me, team_id: theirs });
    await standing(portal, 'ours', { team_id: ours });
    await standing(portal, 'nobody’s');
    expect(await listed(portal, 'view=mine')).toEqual(['mine']);
    expect(await listed(portal, 'view=team')).toEqual(['ours']);
    expect(await listed(portal, 'view=unassigned')).toEqual(['ours', 'nobody’s']);
    expect(await listed(portal, 'view=to-answer')).toEqual(['mine', 'ours', 'nobody’s']);
  });

  it('put what is about to be late on top, and leave out what has time', async () => {
    const portal = await makeStaffedPortal();
    const { now } = portal.time;
    await standing(portal, 'soon', { due_at: now + 3_600_000 });
    await standing(portal, 'late', { due_at: now - 3_600_000 });
    await standing(portal, 'next week', { due_at: now + 7 * 86_400_000 });
    await standing(portal, 'late, and solved', { due_at: now - 3_600_000, state: 'solved' });
    await standing(portal, 'late, and asleep', { due_at: now - 3_600_000, snoozed_until: now + 86_400_000 });
    expect(await listed(portal, 'view=breaching')).toEqual(['late', 'soon']);
  });

  it('keep what sleeps to its own list until it is woken, the next to wake first', async () => {
    const portal = await makeStaffedPortal();
    const { now } = portal.time;
    await standing(portal, 'next month', { snoozed_until: now + 30 * 86_400_000 });
    await standing(portal, 'tomorrow', { snoozed_until: now + 86_400_000, state: 'waiting' });
    expect(await listed(portal, 'view=snoozed')).toEqual(['tomorrow', 'next month']);
    expect(await viewsWith(portal, 'tomorrow')).toEqual(['snoozed', 'all']);
    await portal.services.db.raw.execute('update conversations set snoozed_until = null');
    expect(await viewsWith(portal, 'tomorrow')).toEqual(['waiting', 'all']);
    expect(await viewsWith(portal, 'next month')).toEqual(['to-answer', 'unassigned', 'all']);
  });

  it('keep spam to its own list', async () => {
    const portal = await makeStaffedPortal();
    await standing(portal, 'cheap watches', { state: 'spam' });
    expect(await viewsWith(portal, 'cheap watches')).toEqual(['spam']);
  });

  it.each(['new', 'waiting', 'solved', 'spam'])(
    'leave out what went into another conversation, and what was erased: %s',
    async (state) => {
      const portal = await makeStaffedPortal();
      const into = await standing(portal, 'the one that stays');
      await standing(portal, 'gone into it', { state, merged_into_id: into.id });
      await standing(portal, 'erased', { state, erased_at: 1 });
      expect(await viewsWith(portal, 'gone into it')).toEqual([]);
      expect(await viewsWith(portal, 'erased')).toEqual([]);
    },
  );

  it('can be narrowed down by each property, and by several', async () => {
    const portal = await makeStaffedPortal();
    const me = await ownerId(portal);
    const team = await makeTeam(portal, 'sizes');
    const special = { category: 'returns', priority: 'urgent', language: 'en', channel: 'email' };
    await tag(portal, await standing(portal, 'special', { ...special, team_id: team, assignee_id: me }), 'refund');
    await standing(portal, 'ordinary');
    await tag(portal, await standing(portal, 'tagged', { state: 'solved' }), 'refund');
    for (const filter of [
      'category=returns',
      'priority=urgent',
      'language=en',
      'channel=email',
      'assignee=me',
      `assignee=${me}`,
      `team=${team}`,
      'tag=refund&category=returns&priority=urgent&assignee=me',
    ]) {
      expect(await listed(portal, `view=all&${filter}`), filter).toEqual(['special']);
      expect(await listed(portal, `view=to-answer&${filter}`), filter).toEqual(['special']);
      expect(await listed(portal, `view=waiting&${filter}`), filter).toEqual([]);
    }
    expect(await listed(portal, 'view=all&tag=refund')).toEqual(['tagged', 'special']);
    expect(await listed(portal, 'view=to-answer&tag=refund')).toEqual(['special']);
    expect(await listed(portal, 'view=all&assignee=none')).toEqual(['tagged', 'ordinary']);
    expect(await listed(portal, 'view=all&team=none')).toEqual(['tagged', 'ordinary']);
  });

  it('refuse a filter that there is not', async () => {
    const portal = await makeStaffedPortal();
    for (const query of ['priority=extreme', 'language=fr', 'colour=red', `tag=${'x'.repeat(41)}`]) {
      expect((await portal.staff.ask(`/api/tickets?${query}`)).status, query).toBe(422);
    }
  });

  it('turn every page of a tag, each conversation once', async () => {
    const portal = await makeStaffedPortal();
    for (let count = 0; count < 60; count += 1) await tag(portal, await standing(portal, `${count}`), 'refund');
    for (const view of ['all', 'to-answer']) {
      const first = (await (await portal.staff.ask(`/api/tickets?view=${view}&tag=refund`)).json()) as TicketPage;
      const rest = await listed(portal, `view=${view}&tag=refund&after=${first.next}`);
      const subjects = [...first.tickets.map(({ subject }) => subject), ...rest];
      const inOrder = Array.from({ length: 60 }, (_, index) => `${index}`);
      expect(subjects, view).toEqual(view === 'all' ? inOrder.toReversed() : inOrder);
    }
  });
});

describe('the numbers beside the views', () => {
  it('count each view for who asks', async () => {
    const portal = await makeStaffedPortal();
    const me = await ownerId(portal);
    const { now } = portal.time;
    await standing(portal, 'mine', { assignee_id: me, team_id: await makeTeam(portal, 'ours', me), due_at: now });
    await standing(portal, 'nobody’s');
    await standing(portal, 'waits', { state: 'on-hold' });
    await standing(portal, 'sleeps', { snoozed_until: now + 1 });
    await standing(portal, 'done', { state: 'solved' });
    await standing(portal, 'spam', { state: 'spam' });
    expect(await (await portal.staff.ask('/api/desk/counts')).json()).toEqual({
      'to-answer': 2,
      mine: 1,
      team: 1,
      unassigned: 1,
      breaching: 1,
      waiting: 1,
      snoozed: 1,
      done: 1,
      spam: 1,
      all: 5,
    } satisfies ViewCounts);
  });

  it('go up to a thousand', async () => {
    const portal = await makeStaffedPortal();
    const { id } = await standing(portal, 'one of many');
    await portal.services.db.raw.execute({
      sql: `insert into conversations (id, reference, customer_id, subject, language, state, created_at, last_message_at)
        select 'copy-' || value, 'C-' || value, customer_id, subject, language, state, created_at, last_message_at
        from conversations, (with recursive n(value) as (select 1 union all select value + 1 from n where value < 1100)
          select value from n) where id = ?`,
      args: [id],
    });
    const counts = (await (await portal.staff.ask('/api/desk/counts')).json()) as ViewCounts;
    expect(counts).toMatchObject({ 'to-answer': 1000, unassigned: 1000, all: 1000, done: 0 });
  });
});
