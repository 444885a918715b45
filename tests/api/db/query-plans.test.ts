import { describe, expect, it } from 'vitest';
import { type TicketView, ticketViews } from '../../../api/tickets/contract.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { readsOf } from '../support/reads.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

type Read = Awaited<ReturnType<typeof readsOf>>[number];

async function planOf({ services }: Portal, { sql, args = [] }: Read): Promise<string[]> {
  const { rows } = await services.db.raw.execute({ sql: `explain query plan ${sql}`, args });
  expect(rows.length).toBeGreaterThan(0);
  return rows.map((row) => row['detail'] as string);
}

/** The steps of the query itself, without those of what it looks up for a row: a customer's addresses, say. */
async function ownStepsOf({ services }: Portal, { sql, args = [] }: Read): Promise<string[]> {
  const { rows } = await services.db.raw.execute({ sql: `explain query plan ${sql}`, args });
  return rows.filter((row) => row['parent'] === 0).map((row) => row['detail'] as string);
}

/** The steps of a query's plan that go through more of a table than they give back. */
async function detoursOf(portal: Portal, statement: Read): Promise<string[]> {
  const steps = await planOf(portal, statement);
  // A list that is asked for is gone through; that is no table.
  const ofTables = steps.filter((step) => !step.startsWith('SCAN json_each'));
  return ofTables.filter((step) => step.startsWith('SCAN') || step.includes('AUTOMATIC') || step.includes('(kind=?)'));
}

const ofList = (index: string) => new RegExp(`^(SCAN|SEARCH) conversations USING INDEX ${index}\\b`);
const indexes: Record<TicketView, RegExp> = {
  'to-answer': ofList('desk_to_answer'),
  mine: ofList('desk_to_answer'),
  team: ofList('desk_to_answer'),
  unassigned: ofList('desk_to_answer'),
  breaching: ofList('desk_breaching'),
  waiting: ofList('desk_waiting'),
  snoozed: ofList('desk_snoozed'),
  done: ofList('desk_done'),
  spam: ofList('desk_spam'),
  all: ofList('desk_all'),
};
const someone = '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71';
const filters = [
  '',
  '&tag=refund',
  '&category=returns',
  '&priority=urgent',
  '&language=en',
  '&channel=email',
  `&assignee=${someone}`,
  '&assignee=me',
  '&assignee=none',
  `&team=${someone}`,
  '&team=none',
  '&tag=refund&category=returns&priority=high&language=ja&assignee=me',
];

async function expectNoDetours(portal: Portal, reads: Read[]): Promise<void> {
  for (const statement of reads) expect(await detoursOf(portal, statement)).toEqual([]);
}

describe('the queries of a portal with a long history', () => {
  it.each(ticketViews)('find each page of a list by an index, however it is narrowed down: %s', async (view) => {
    const portal = await makeStaffedPortal();
    const place = `1_${'0'.repeat(36)}`;
    for (const filter of filters) {
      const reads = await readsOf(async () => {
        for (const after of ['', `&after=${place}`]) {
          expect((await portal.staff.ask(`/api/tickets?view=${view}${filter}${after}`)).status).toBe(200);
        }
      });
      const lists = reads.filter(({ sql }) => sql.includes('"conversations"'));
      expect(lists).toHaveLength(2);
      for (const list of lists) {
        const [first, ...others] = await ownStepsOf(portal, list);
        // A page is read in the order of an index that holds its list alone, and ends after 50 tickets.
        const isByTag = filter.includes('tag=') && (view === 'done' || view === 'all');
        expect(first).toMatch(
          isByTag ? /^SEARCH conversation_tags USING .*INDEX conversation_tags_by_tag/ : indexes[view],
        );
        expect(others.join(), 'nothing is gone through or sorted').not.toMatch(/SCAN|AUTOMATIC|B-TREE/);
      }
    }
  });

  it('find a ticket, its messages and its customer’s other tickets by an index', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    const reads = await readsOf(() => portal.staff.read(reference));
    // The session; the ticket; its messages; their attachments; notes; history; articles; ways to answer; the others.
    expect(reads).toHaveLength(9);
    await expectNoDetours(portal, reads);
  });

  it('find the conversation behind a private link by an index', async () => {
    const portal = await makeStaffedPortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const reads = await readsOf(async () => {
      expect((await portal.app.request(requestUrl)).status).toBe(200);
    });
    // The link; the conversation; its messages; their attachments; how the customer found it.
    expect(reads).toHaveLength(5);
    await expectNoDetours(portal, reads);
  });

  it('find everything that writing needs by an index', async () => {
    const portal = await makeStaffedPortal();
    const reads = await readsOf(async () => {
      const { requestUrl } = await openTicket(portal, lateParcel);
      const answer = await sendJson(portal.app.request, `${requestUrl}messages`, { message: '追記です。' });
      expect(answer.status).toBe(201);
    });
    expect(reads.length).toBeGreaterThan(2);
    await expectNoDetours(portal, reads);
  });

  it('would be caught if they had no index', async () => {
    const portal = await makeStaffedPortal();
    const { raw } = portal.services.db;
    const { reference } = await openTicket(portal, lateParcel);
    await raw.execute('drop index messages_by_conversation');
    await raw.execute('drop index identities_by_customer');
    const reads = await readsOf(() => portal.staff.read(reference));
    const detours = await Promise.all(reads.map((statement) => detoursOf(portal, statement)));
    expect(detours.flat().join()).toMatch(/identities.*SCAN messages/);
  });
});
