import type { InStatement } from '@libsql/client';
import { describe, expect, it, vi } from 'vitest';
import { ticketViews } from '../../../api/tickets/contract.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

/** Every query that something makes the portal read with. */
async function readsOf({ services }: Portal, act: () => Promise<unknown>): Promise<InStatement[]> {
  const executed = vi.spyOn(services.db.raw, 'execute');
  await act();
  const reads = executed.mock.calls.map(([statement]) => statement as InStatement);
  executed.mockRestore();
  return reads;
}

async function planOf({ services }: Portal, statement: InStatement): Promise<string[]> {
  const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement;
  const { rows } = await services.db.raw.execute({ sql: `explain query plan ${sql}`, args });
  expect(rows.length).toBeGreaterThan(0);
  return rows.map((row) => row['detail'] as string);
}

/** The steps of a query's plan that go through more of a table than they give back. */
async function detoursOf(portal: Portal, statement: InStatement): Promise<string[]> {
  const steps = await planOf(portal, statement);
  return steps.filter((step) => step.startsWith('SCAN') || step.includes('AUTOMATIC') || step.includes('(kind=?)'));
}

async function expectNoDetours(portal: Portal, reads: InStatement[]): Promise<void> {
  for (const statement of reads) expect(await detoursOf(portal, statement)).toEqual([]);
}

describe('the queries of a portal with a long history', () => {
  it.each(ticketViews)('find each page of a list by an index: %s', async (view) => {
    const portal = await makeStaffedPortal();
    const place = `1_${'0'.repeat(36)}`;
    const reads = await readsOf(portal, async () => {
      for (const after of ['', `&after=${place}`]) {
        expect((await portal.staff.ask(`/api/tickets?view=${view}${after}`)).status).toBe(200);
      }
    });
    const lists = reads.filter((read) => typeof read !== 'string' && read.sql.includes('from "conversations"'));
    expect(lists).toHaveLength(2);
    // A page is read in the order of an index, and ends after 50 tickets.
    const ordered = 'SCAN conversations USING INDEX conversations_by_activity';
    for (const list of lists) expect((await detoursOf(portal, list)).filter((step) => step !== ordered)).toEqual([]);
  });

  it('find a ticket, its messages and its customer’s other tickets by an index', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    const reads = await readsOf(portal, () => portal.staff.read(reference));
    // The session; the ticket; its messages; their attachments; the others.
    expect(reads).toHaveLength(5);
    await expectNoDetours(portal, reads);
  });

  it('find the conversation behind a private link by an index', async () => {
    const portal = await makeStaffedPortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const reads = await readsOf(portal, async () => {
      expect((await portal.app.request(requestUrl)).status).toBe(200);
    });
    // The link; the conversation; its messages; their attachments.
    expect(reads).toHaveLength(4);
    await expectNoDetours(portal, reads);
  });

  it('find everything that writing needs by an index', async () => {
    const portal = await makeStaffedPortal();
    const reads = await readsOf(portal, async () => {
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
    const reads = await readsOf(portal, () => portal.staff.read(reference));
    const detours = await Promise.all(reads.map((statement) => detoursOf(portal, statement)));
    expect(detours.flat().join()).toMatch(/identities.*SCAN messages/);
  });
});
