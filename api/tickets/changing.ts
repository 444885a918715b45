import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { EventKind } from './contract.ts';
import { conversationEvents, conversations } from './tables.ts';

type Row = typeof conversations.$inferSelect;

/** A conversation at the version that somebody saw. */
export type Seen = Pick<Row, 'id' | 'reference' | 'version'>;

/** One line of the history. */
export interface NewEvent {
  /** For whoever wants to know by it that the write was made. */
  id?: string;
  kind: EventKind;
  detail?: Record<string, string>;
}

/** What becomes of one conversation, as long as it is still as it was seen. */
export interface Change {
  set: { [K in keyof Row]?: Row[K] | SQL };
  /** At least one: each change can be read in the history. */
  events: readonly NewEvent[];
  /** For the audit log; left out for customers and the clock. Never a text of the conversation. */
  audit?: { action: string; detail?: Record<string, unknown> };
  /** What else has to hold. */
  guard?: SQL;
  /** What else is written, under the same guard. */
  also?: (guard: SQL) => Statement[];
  /** What is written after everything else, by what it finds then. */
  after?: readonly Statement[];
}

/**
 * The statements of a change, for one write. The first of them has no `changes` when somebody changed, merged or erased
 * the conversation before; then none of them does anything.
 */
export function changing(
  services: Services,
  { id, reference, version }: Seen,
  { set, events, audit, guard: condition, also, after = [] }: Change,
  by: By | null,
): Statement[] {
  const isSeen = and(
    eq(conversations.id, id),
    eq(conversations.version, version),
    isNull(conversations.erasedAt),
    isNull(conversations.mergedIntoId),
    condition,
  );
  const guard = sql`exists (select 1 from ${conversations} where ${isSeen})`;
  return [
    ...events.map((event) => eventOf(services, id, event, by?.accountId ?? null, guard)),
    ...(audit && by ? [audited(services, { ...by, ...audit, target: { kind: 'ticket', id: reference } }, guard)] : []),
    ...(also?.(guard) ?? []),
    services.db.read
      .update(conversations)
      .set({ ...set, version: version + 1 })
      .where(isSeen),
    ...after,
  ];
}

/** Writes a change. Throws `state-changed` when the conversation is no longer as it was seen. */
export async function change(services: Services, seen: Seen, what: Change, by: By | null): Promise<void> {
  const [first] = await services.db.write(changing(services, seen, what, by));
  if (!first?.changes) throw new Problem('state-changed');
}

/** A line of the history of a conversation. */
export function eventOf(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  conversationId: string,
  { id, kind, detail = {} }: NewEvent,
  accountId: string | null,
  guard: SQL,
): Statement {
  const now = clock();
  return insertWhere(
    conversationEvents,
    { id: id ?? newId(now, random), conversationId, accountId, kind, detail, createdAt: now },
    guard,
  );
}

/** A conversation as it is now. Throws `not-found`, and `merged` for one that went into another. */
export async function conversationAt({ db }: Services, where: SQL | undefined): Promise<Row> {
  const [row] = await db.read
    .select()
    .from(conversations)
    .where(and(where, isNull(conversations.erasedAt)));
  if (!row) throw new Problem('not-found');
  if (row.mergedIntoId !== null) throw new Problem('merged');
  return row;
}

const mostAttempts = 5;

/** Tries what reads first and writes then until nobody else has come between, a few times. */
export async function untilUndisturbed<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried >= mostAttempts || !(error instanceof Problem && error.slug === 'state-changed')) throw error;
    }
  }
}
