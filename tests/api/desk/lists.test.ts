import { describe, expect, it } from 'vitest';
import type { TicketPage, TicketState } from '../../../api/tickets/contract.ts';
import type { OpenedTicket } from '../../../api/tickets/opening-contract.ts';
import { cast } from '../../support/cast.ts';
import { mondayMorning } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel, wrongColour } from '../support/samples.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

const minuteMs = 60_000;

async function list({ staff }: Portal, query = ''): Promise<TicketPage> {
  const answer = await staff.ask(`/api/tickets${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as TicketPage;
}

async function subjects(portal: Portal, query: string): Promise<string[]> {
  return (await list(portal, query)).tickets.map(({ subject }) => subject);
}

/** One ticket in each state, a minute apart, each named after its state. */
async function openOneOfEach(portal: Portal, states: readonly TicketState[]) {
  for (const state of states) {
    const { reference } = await openTicket(portal, { ...lateParcel, subject: state });
    await portal.services.db.raw.execute({
      sql: 'update conversations set state = ? where reference = ?',
      args: [state, reference],
    });
    portal.time.now += minuteMs;
  }
}

/** All pages of a view, as a reader turns them. */
async function turnPages(portal: Portal, view: string): Promise<TicketPage['tickets'][]> {
  const pages: TicketPage['tickets'][] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: TicketPage = await list(portal, `?view=${view}${after && `&after=${after}`}`);
    pages.push(page.tickets);
    after = page.next;
  }
  return pages;
}

describe('a list of the desk', () => {
  it('has a line for each ticket: what, who, since when, and what was promised', async () => {
    const portal = await makeStaffedPortal();
    const { reference, promisedBy } = await openTicket(portal, lateParcel);
    expect(await list(portal)).toEqual({
      tickets: [
        {
          reference,
          subject: lateParcel.subject,
          language: 'ja',
          state: 'new',
          customer: cast.hanako.name,
          createdAt: mondayMorning,
          lastMessageAt: mondayMorning,
          promisedBy,
          version: 1,
          channel: 'web',
          category: null,
          priority: 'normal',
          team: null,
          assignee: null,
          tags: [],
          waitingSince: mondayMorning,
          dueAt: expect.toSatisfy((dueAt: number | null) => dueAt === null || dueAt > mondayMorning),
          snoozedUntil: null,
        },
      ],
      next: null,
    });
  });

  it('names a customer who gave no name by their address', async () => {
    const portal = await makeStaffedPortal();
    const { name: _, ...nameless } = wrongColour;
    await openTicket(portal, nameless);
    expect((await list(portal)).tickets).toMatchObject([{ customer: cast.tom.email }]);
  });

  it('holds the states of its view, those who waited longest first where somebody has to answer', async () => {
    const portal = await makeStaffedPortal();
    await openOneOfEach(portal, ['new', 'waiting', 'solved', 'open', 'on-hold', 'closed', 'spam']);
    expect(await subjects(portal, '?view=to-answer')).toEqual(['new', 'open']);
    expect(await subjects(portal, '?view=waiting')).toEqual(['on-hold', 'waiting']);
    expect(await subjects(portal, '?view=done')).toEqual(['closed', 'solved']);
    expect(await subjects(portal, '?view=spam')).toEqual(['spam']);
    expect(await subjects(portal, '?view=all')).toEqual(['closed', 'on-hold', 'open', 'solved', 'waiting', 'new']);
  });

  it('is what has to be answered unless another view is named', async () => {
    const portal = await makeStaffedPortal();
    await openOneOfEach(portal, ['new', 'solved']);
    expect(await subjects(portal, '')).toEqual(['new']);
    expect(await subjects(portal, '?view=everything')).toEqual(['new']);
  });

  it('is in the order of waiting where answers are due, and of the last message elsewhere', async () => {
    const portal = await makeStaffedPortal();
    const first = await openTicket(portal, { ...lateParcel, subject: 'first' });
    portal.time.now += minuteMs;
    await openTicket(portal, { ...lateParcel, subject: 'second' });
    portal.time.now += minuteMs;
    await sendJson(portal.app.request, `${first.requestUrl}messages`, { message: 'まだ届きません。' });
    // Who writes again has still waited since the first message.
    expect(await subjects(portal, '?view=to-answer')).toEqual(['first', 'second']);
    expect(await subjects(portal, '?view=all')).toEqual(['first', 'second']);
  });

  it('lets somebody whose question was solved wait anew when they write again', async () => {
    const portal = await makeStaffedPortal();
    const solved = await openTicket(portal, { ...lateParcel, subject: 'solved' });
    const { version } = await portal.staff.read(solved.reference);
    expect((await portal.staff.move(solved.reference, 'solved', version)).status).toBe(200);
    portal.time.now += minuteMs;
    await openTicket(portal, { ...lateParcel, subject: 'waiting' });
    portal.time.now += minuteMs;
    await sendJson(portal.app.request, `${solved.requestUrl}messages`, { message: 'まだ届きません。' });
    expect(await subjects(portal, '?view=to-answer')).toEqual(['waiting', 'solved']);
  });

  it.each(['to-answer', 'all'])('gives 50 tickets a page, each once, in order: %s', async (view) => {
    const portal = await makeStaffedPortal();
    const opened: OpenedTicket[] = [];
    for (let count = 0; count < 120; count += 1) {
      opened.push(await openTicket(portal, { ...lateParcel, subject: `${count}` }));
      // Some in the same moment, as a busy hour has it.
      if (count % 3 === 0) portal.time.now += minuteMs;
    }
    // Some write again, so that who has waited longest is not who wrote longest ago.
    for (const { requestUrl } of opened.slice(40, 60)) {
      await sendJson(portal.app.request, `${requestUrl}messages`, { message: 'まだ届きません。' });
    }
    const pages = await turnPages(portal, view);
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    const lines = pages.flat();
    expect(lines.map(({ reference }) => reference).sort()).toEqual(opened.map(({ reference }) => reference).sort());
    const times = lines.map(({ createdAt, lastMessageAt }) => (view === 'all' ? lastMessageAt : createdAt));
    const inOrder = times.toSorted((one, other) => (view === 'all' ? other - one : one - other));
    expect(times).toEqual(inOrder);
  });

  it('has no next page when the last ticket is the fiftieth', async () => {
    const portal = await makeStaffedPortal();
    for (let count = 0; count < 50; count += 1) await openTicket(portal, lateParcel);
    const { tickets, next } = await list(portal);
    expect(tickets).toHaveLength(50);
    expect(next).toBeNull();
  });

  it.each([['nonsense'], ['12'], ["1_' or 1=1 --"], [`${'9'.repeat(400)}_${'0'.repeat(36)}`], ['%E3%']])(
    'begins at the top after a place that cannot be read: %s',
    async (after) => {
      const portal = await makeStaffedPortal();
      await openTicket(portal, lateParcel);
      expect(await subjects(portal, `?view=all&after=${after}`)).toEqual([lateParcel.subject]);
    },
  );
});
