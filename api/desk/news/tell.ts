import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { isStaff, may, roles } from '../../access/rules.ts';
import { accounts, teamMembers } from '../../accounts/tables.ts';
import { newId } from '../../db/id.ts';
import { insertWhere, type Statement } from '../../db/statements.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import { outbox } from '../../outbox/tables.ts';
import type { Services } from '../../services.ts';
import { conversations } from '../../tickets/tables.ts';
import { liveChanges } from '../live/tables.ts';
import { newsCursor, newTicketMails } from './tables.ts';

const batchSize = 100;

type Change = typeof liveChanges.$inferSelect;

/**
 * Puts into the outbox what others are told of what changed since they were told last: mails to staff who want one for
 * each new conversation, and webhooks if there is somebody to tell. One write says it and how far that reaches, so that a
 * kill or a second process makes nothing twice. Gives back how many changes it looked at.
 */
export async function tellNews(services: Services, hasWebhook: boolean): Promise<number> {
  const { db } = services;
  const [cursor] = await db.read.select().from(newsCursor);
  const told = cursor?.seq ?? 0;
  const changes = await db.read
    .select()
    .from(liveChanges)
    .where(gt(liveChanges.seq, told))
    .orderBy(asc(liveChanges.seq))
    .limit(batchSize);
  const last = changes.at(-1);
  if (!last) return 0;
  const isOurs = sql`exists (select 1 from ${newsCursor} where ${newsCursor.seq} = ${told})`;
  const opened = changes.filter(({ kind }) => kind === 'opened');
  const statements = [
    ...(hasWebhook ? changes.flatMap((change) => webhookOf(services, change) ?? []) : []),
    ...(opened.length > 0 ? await mailsAbout(services, opened) : []),
  ];
  await db.write([
    ...statements.map((queue) => queue(isOurs)),
    db.read.update(newsCursor).set({ seq: last.seq }).where(eq(newsCursor.seq, told)),
  ]);
  if (statements.length > 0) services.outbox.wake();
  return changes.length;
}

type Queueing = (guard: ReturnType<typeof sql>) => Statement;

/** What other systems are told of, by its name in the outbox. */
export const webhookKinds: Partial<Record<Change['kind'], string>> = {
  opened: 'ticket.opened',
  replied: 'ticket.customer-replied',
  moved: 'ticket.state-changed',
};

function webhookOf({ clock, random }: Services, change: Change): Queueing | null {
  const { kind, conversationId, stateBefore, stateAfter } = change;
  const name = webhookKinds[kind];
  if (name === undefined) return null;
  const now = clock();
  const payload = { conversationId, ...(kind === 'moved' ? { from: stateBefore, to: stateAfter } : {}) };
  return (guard) =>
    insertWhere(
      outbox,
      {
        id: newId(now, random),
        channel: 'webhook',
        kind: name,
        recipient: 'webhook',
        recipientName: null,
        language: 'en',
        payload,
        conversationId: null,
        state: 'waiting',
        attempts: 0,
        dueAt: now,
        leasedUntil: null,
        lease: null,
        unanswered: 0,
        lastError: null,
        sentAt: null,
        createdAt: now,
      },
      guard,
    );
}

/** One mail for each new conversation and each of the staff who want it. */
async function mailsAbout(services: Services, opened: readonly Change[]): Promise<Queueing[]> {
  const { read } = services.db;
  const reading = roles.filter((role) => isStaff(role) && may(role, 'tickets:read'));
  const people = await read
    .select({ account: accounts, wanted: newTicketMails.wanted })
    .from(newTicketMails)
    .innerJoin(accounts, eq(accounts.id, newTicketMails.accountId))
    .where(and(eq(accounts.state, 'active'), inArray(accounts.role, reading)));
  if (people.length === 0) return [];
  const ids = opened.map(({ conversationId }) => conversationId);
  const [rows, members] = await Promise.all([
    read
      .select({ id: conversations.id, teamId: conversations.teamId, state: conversations.state })
      .from(conversations)
      .where(sql`${conversations.id} in (select value from json_each(${JSON.stringify(ids)}))`),
    read.select().from(teamMembers),
  ]);
  const isIn = (accountId: string, teamId: string | null) =>
    members.some((member) => member.accountId === accountId && member.teamId === teamId);
  return rows
    .filter(({ state }) => state !== 'spam')
    .flatMap(({ id: conversationId, teamId }) =>
      people
        .filter(({ account, wanted }) => wanted === 'all' || isIn(account.id, teamId))
        .map(
          ({ account: { email, name, language } }): Queueing =>
            (guard) =>
              queueMail(
                services,
                { kind: 'new-ticket', to: email, name, language, payload: { conversationId } },
                guard,
              ),
        ),
    );
}
