import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { insertWhere, type Statement } from '../../db/statements.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import type { Services } from '../../services.ts';
import type { Notice } from '../contract.ts';
import { noticesWhere } from '../read.ts';
import { notices } from '../tables.ts';
import { noticeMailings, noticeSubscribers } from './tables.ts';

const batchSize = 200;
/** What could not be told for so long is no news any more. */
const newsMs = 3 * 86_400_000;

type Mailing = typeof noticeMailings.$inferSelect;

/** The statement that has subscribers told of a notice or an update, once, for the write that says it. */
export function mailToSubscribers(
  { clock }: Pick<Services, 'clock'>,
  { noticeId, updateId = null }: { noticeId: string; updateId?: string | null },
  guard: SQL,
): Statement {
  const id = updateId ?? noticeId;
  const isNew = sql`not exists (select 1 from ${noticeMailings} where ${noticeMailings.id} = ${id})`;
  const row = { id, noticeId, updateId, reached: '', doneAt: null, createdAt: clock() };
  return insertWhere(noticeMailings, row, sql`${guard} and ${isNew}`);
}

/** Queues the mails of whatever is to be told by now. What stops in the middle goes on where it stopped. */
export async function mailNotices(services: Services): Promise<void> {
  const { db, clock } = services;
  const open = await db.read
    .select()
    .from(noticeMailings)
    .where(isNull(noticeMailings.doneAt))
    .orderBy(asc(noticeMailings.createdAt));
  for (const mailing of open) {
    const [notice] = await noticesWhere(db, eq(notices.id, mailing.noticeId), clock(), 1);
    const verdict = notice ? verdictOn(mailing, notice, clock()) : 'never';
    if (verdict === 'later') continue;
    const reached = verdict === 'now' && notice ? await queueAll(services, mailing, notice) : mailing.reached;
    await db.write([
      db.read
        .update(noticeMailings)
        .set({ doneAt: clock() })
        .where(and(eq(noticeMailings.id, mailing.id), eq(noticeMailings.reached, reached))),
    ]);
  }
  if (open.length > 0) services.outbox.wake();
}

function verdictOn({ updateId, createdAt }: Mailing, { view, severity, startsAt }: Notice, now: number) {
  const isOld = Math.max(createdAt, startsAt) < now - newsMs;
  if (view === 'planned') return 'later';
  if (isOld || severity === 'information') return 'never';
  // It may be shown again.
  if (view === 'withdrawn') return 'later';
  return view === 'ended' && updateId === null ? 'never' : 'now';
}

/** Queues for every subscriber that is left; gives back the last of them. */
async function queueAll(services: Services, mailing: Mailing, notice: Notice): Promise<string> {
  let { reached } = mailing;
  for (;;) {
    const next = await queueBatch(services, mailing, notice, reached);
    if (next === null) return reached;
    reached = next;
  }
}

/** Queues for the next subscribers after one; gives back the last of them, `null` when there are no more. */
async function queueBatch(services: Services, mailing: Mailing, notice: Notice, reached: string) {
  const { db } = services;
  const { category } = noticeSubscribers;
  const wanted = or(isNull(category), inArray(category, notice.categories));
  const batch = await db.read
    .select()
    .from(noticeSubscribers)
    .where(and(gt(noticeSubscribers.id, reached), notice.categories.length === 0 ? undefined : wanted))
    .orderBy(asc(noticeSubscribers.id))
    .limit(batchSize);
  const last = batch.at(-1);
  if (!last) return null;
  const isHere = and(
    eq(noticeMailings.id, mailing.id),
    eq(noticeMailings.reached, reached),
    isNull(noticeMailings.doneAt),
  );
  const guard = sql`exists (select 1 from ${noticeMailings} where ${isHere})`;
  const { noticeId, updateId } = mailing;
  const results = await db.write([
    ...batch.map(({ id, address, language }) => {
      const payload = { subscriberId: id, noticeId, updateId };
      return queueMail(services, { kind: 'notice', to: address, language, payload }, guard);
    }),
    db.read.update(noticeMailings).set({ reached: last.id }).where(isHere),
  ]);
  // Somebody else is at it.
  return results.at(-1)?.changes ? last.id : null;
}
