import { and, inArray, isNotNull, isNull, lt, not, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Retention, periodBefore } from '../../content/schema/retention.ts';
import { accounts } from '../accounts/tables.ts';
import { audited } from '../audit/audited.ts';
import { forgetting } from '../audit/forget.ts';
import { auditLog } from '../audit/tables.ts';
import type { Statement } from '../db/statements.ts';
import { votes } from '../feedback/tables.ts';
import { receivedMails } from '../mail-in/tables.ts';
import { outbox } from '../outbox/tables.ts';
import type { Services } from '../services.ts';
import { customers, identities } from '../customers/tables.ts';
import { conversations } from '../tickets/tables.ts';
import type { RetentionLine } from './contract.ts';
import { erasable, erasing, finishAllErasures } from './erase.ts';
import { applyErasureLog } from './erasure-log.ts';
import { deleteSome, everythingOfAll, onlyConversations } from './held-data.ts';
import { isConversationHeld, isHeld } from './holds.ts';

const batchSize = 200;
const soonMs = 30 * 86_400_000;

/** One kind of data with a time of its own. */
interface RetainedKind {
  kind: Exclude<keyof Retention, 'logs' | 'backups'>;
  table: SQLiteTable;
  /** Rows that have ended and were last touched before a time. */
  past: (before: number) => SQL | undefined;
  /** Rows that a legal hold keeps. */
  isKept?: (now: number) => SQL;
  /** Takes one batch. */
  drop: (before: number, services: Services) => Statement[];
}

const kinds: readonly RetainedKind[] = [
  conversationsIn('closedConversations', ['solved', 'closed']),
  conversationsIn('spam', ['spam']),
  {
    kind: 'voteComments',
    table: votes,
    past: (before) => and(isNotNull(votes.comment), lt(votes.createdAt, before)),
    drop: (before) => [
      sql`update ${votes} set comment = null where rowid in (select rowid from ${votes} where ${votes.comment} is not null and ${votes.createdAt} < ${before} limit ${batchSize})`,
    ],
  },
  {
    kind: 'mails',
    table: outbox,
    past: (before) => lt(outbox.createdAt, before),
    drop: (before) => [deleteSome(outbox, sql`${outbox.createdAt} < ${before}`, batchSize)],
  },
  {
    kind: 'receivedMails',
    table: receivedMails,
    past: receivedBefore,
    drop: (before) => [deleteSome(receivedMails, receivedBefore(before), batchSize)],
  },
  {
    kind: 'auditLog',
    table: auditLog,
    past: (before) => lt(auditLog.createdAt, before),
    drop: (before, services) => [
      forgetting(services, before),
      deleteSome(auditLog, sql`${auditLog.createdAt} < ${before}`, batchSize),
    ],
  },
];

/** What waits for somebody's decision stays until then. */
function receivedBefore(before: number): SQL {
  return sql`(${receivedMails.handledAt} < ${before} and ${receivedMails.outcome} not in ('waiting', 'quarantined'))`;
}

/**
 * Keeps to what the configuration says about how long data is kept, in batches that nobody has to wait for; what a legal
 * hold keeps stays. Also finishes erasures that were cut short. Gives back how many rows went, by kind.
 */
export async function keepToRetention(services: Services): Promise<Record<string, number>> {
  const { db, clock, retention } = services;
  const now = clock();
  await applyErasureLog(services);
  const gone: Record<string, number> = {};
  for (const { kind, drop } of kinds) {
    const before = periodBefore(retention()[kind], now);
    for (let changes = batchSize; changes === batchSize;) {
      const results = await db.write(drop(before, services));
      changes = results.at(-1)?.changes ?? 0;
      gone[kind] = (gone[kind] ?? 0) + changes;
    }
  }
  gone['customers'] = await dropCustomersWithoutRequests(services, now);
  await finishAllErasures(services);
  const counts = Object.fromEntries(Object.entries(gone).filter(([, count]) => count > 0));
  if (Object.keys(counts).length > 0) {
    await db.write([
      audited(services, {
        accountId: null,
        action: 'retention',
        target: { kind: 'portal', id: 'retention' },
        detail: counts,
      }),
    ]);
  }
  return counts;
}

/** What goes next, for owners to see before it does. */
export async function retentionPlan({ db, clock, retention }: Services): Promise<RetentionLine[]> {
  const now = clock();
  return Promise.all(
    kinds.map(async ({ kind, table, past, isKept }) => {
      const after = retention()[kind];
      const free = isKept ? not(isKept(now)) : undefined;
      const count = async (condition: SQL | undefined) => {
        const [row] = await db.read
          .select({ count: sql<number>`count(*)` })
          .from(table)
          .where(condition);
        return row?.count ?? 0;
      };
      const isDue = past(periodBefore(after, now));
      return {
        kind,
        after,
        due: await count(and(isDue, free)),
        soon: await count(and(past(periodBefore(after, now + soonMs)), free)),
        kept: isKept ? await count(and(isDue, isKept(now))) : 0,
      };
    }),
  );
}

function conversationsIn(kind: RetainedKind['kind'], states: ('solved' | 'closed' | 'spam')[]): RetainedKind {
  const past = (before: number) =>
    and(inArray(conversations.state, states), isNull(conversations.erasedAt), lt(conversations.lastMessageAt, before));
  return {
    kind,
    table: conversations,
    past,
    isKept: isConversationHeld,
    drop(before, { clock }) {
      const now = clock();
      const batch = sql`${conversations.id} in (select ${conversations.id} from ${conversations}
        where ${past(before)} and not ${isConversationHeld(now)}
        order by ${conversations.lastMessageAt}, ${conversations.id} limit ${batchSize})`;
      return erasing(onlyConversations(batch), now, conversationsLast);
    },
  };
}

/** By the conversations the others find what is theirs, and their number says whether to go on. */
const conversationsLast = [
  ...erasable.filter(({ table }) => table !== conversations),
  ...erasable.filter(({ table }) => table === conversations),
];

/** Names and addresses of people of whom no request is left, unless they have an account. Gives back how many. */
async function dropCustomersWithoutRequests({ db, retention }: Services, now: number): Promise<number> {
  const before = periodBefore(retention().closedConversations, now);
  const hasRequest = sql`exists (select 1 from ${conversations} where ${conversations.customerId} = ${customers.id} and ${conversations.erasedAt} is null)`;
  const hasAccount = sql`exists (select 1 from ${identities} inner join ${accounts} on lower(${accounts.email}) = ${identities.value} where ${identities.customerId} = ${customers.id})`;
  const them = sql`(select ${customers.id} as id from ${customers} where ${isNull(customers.erasedAt)} and ${isNull(customers.mergedIntoId)} and ${lt(customers.createdAt, before)}
    and not ${hasRequest} and not ${hasAccount} and not ${isHeld(sql`${customers.id}`, now)} order by ${customers.id} limit ${batchSize})`;
  const people = [identities, customers].flatMap((table) => erasable.filter((entry) => entry.table === table));
  let gone = 0;
  // Who was merged into them goes along: there may be more than were asked for.
  for (let changes = batchSize; changes >= batchSize;) {
    const results = await db.write(erasing(everythingOfAll(them), now, people));
    changes = results.at(-1)?.changes ?? 0;
    gone += changes;
  }
  return gone;
}
