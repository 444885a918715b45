import { and, asc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversations } from '../tickets/tables.ts';
import type { Presence } from './contract.ts';
import { presences } from './tables.ts';

/** Whoever has not said for so long that they are there is not there. */
export const forgottenAfterMs = 30_000;

/** Says that somebody is at a conversation, and gives back who else is. Throws `not-found`. */
export async function bePresent(
  { db, clock }: Services,
  reference: string,
  { accountId, isWriting }: { accountId: string; isWriting: boolean },
): Promise<Presence[]> {
  const now = clock();
  const [here] = await db.write([
    sql`insert into ${presences} (conversation_id, account_id, is_writing, seen_at)
      select ${conversations.id}, ${accountId}, ${isWriting ? 1 : 0}, ${now} from ${conversations}
      where ${conversations.reference} = ${reference} and ${conversations.erasedAt} is null
      on conflict (conversation_id, account_id) do update set is_writing = excluded.is_writing, seen_at = excluded.seen_at`,
  ]);
  if (!here?.changes) throw new Problem('not-found');
  const [conversation] = await db.read
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.reference, reference));
  const present = await presentAt(db, [conversation?.id ?? ''], now);
  return (present.get(conversation?.id ?? '') ?? []).filter((one) => one.accountId !== accountId);
}

/** Says that somebody has gone. Throws `not-found`. */
export async function leave({ db }: Services, reference: string, accountId: string): Promise<void> {
  const [conversation] = await db.read
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.reference, reference));
  if (!conversation) throw new Problem('not-found');
  await db.write([
    db.read
      .delete(presences)
      .where(and(eq(presences.conversationId, conversation.id), eq(presences.accountId, accountId))),
  ]);
}

/** Who is at each of some conversations now, in the order of their names. */
export async function presentAt(
  { read }: Database,
  ids: readonly string[],
  now: number,
): Promise<Map<string, Presence[]>> {
  const rows = await read
    .select({ presence: presences, name: accounts.name })
    .from(presences)
    .innerJoin(accounts, eq(accounts.id, presences.accountId))
    .where(
      and(
        sql`${presences.conversationId} in (select value from json_each(${JSON.stringify(ids)}))`,
        gt(presences.seenAt, now - forgottenAfterMs),
        ne(accounts.state, 'suspended'),
      ),
    )
    .orderBy(asc(accounts.name));
  const found = new Map<string, Presence[]>(ids.map((id) => [id, []]));
  for (const { presence, name } of rows) {
    const { conversationId, accountId, isWriting, seenAt } = presence;
    found.get(conversationId)?.push({ accountId, name, isWriting, seenAt });
  }
  return found;
}

/** Forgets those who went without a word. */
export async function forgetAbsent({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const isAbsent = lt(presences.seenAt, clock() - forgottenAfterMs);
  const [absent] = await db.read.select().from(presences).where(isAbsent).limit(1);
  if (absent) await db.write([db.read.delete(presences).where(isAbsent)]);
}
