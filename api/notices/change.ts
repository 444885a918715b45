import { and, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core';
import { audited } from '../audit/audited.ts';
import type { By } from '../accounts/who.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKeyWhere, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { NoticeChange, NoticeEventKind, NoticeView, UpdateInput, WithdrawalInput } from './contract.ts';
import { columnsOf } from './publish.ts';
import { isCurrentAt, readNotice } from './read.ts';
import { mailToSubscribers } from './subscriptions/mailings.ts';
import { noticeEvents, notices, noticeUpdates } from './tables.ts';

/** Rewrites a notice; what stood there before is kept. Throws `state-changed` when it is no longer at `version`. */
export async function editNotice(services: Services, id: string, change: NoticeChange, by: By) {
  const { version, startsAt } = change;
  const before = await noticeAt(services, id, version, ['current', 'planned', 'ended']);
  const { kind, severity, title, text, endsAt, categories } = before;
  await move(services, id, version, {
    event: 'edited',
    by,
    detail: { before: { kind, severity, title, text, startsAt: before.startsAt, endsAt, categories } },
    set: { ...columnsOf(change), startsAt },
    where: isNull(notices.withdrawnAt),
    before: (guard) =>
      change.severity === 'information' ? [] : [mailToSubscribers(services, { noticeId: id }, guard)],
  });
}

/** Ends a notice that is current. Throws `state-refused` for any other, `state-changed` as above. */
export async function endNotice(services: Services, id: string, version: number, by: By) {
  await noticeAt(services, id, version, ['current']);
  const now = services.clock();
  await move(services, id, version, { event: 'ended', by, set: { endsAt: now }, where: isCurrentAt(now) });
}

/** Takes a notice back, so that it is in no list of the readers, or shows it again. Throws as above. */
export async function withdrawNotice(
  services: Services,
  id: string,
  { isWithdrawn, version }: WithdrawalInput,
  by: By,
) {
  await noticeAt(services, id, version, isWithdrawn ? ['current', 'planned', 'ended'] : ['withdrawn']);
  await move(services, id, version, {
    event: isWithdrawn ? 'withdrawn' : 'restored',
    by,
    set: { withdrawnAt: isWithdrawn ? services.clock() : null },
    where: isWithdrawn ? isNull(notices.withdrawnAt) : isNotNull(notices.withdrawnAt),
  });
}

/**
 * Says how things stand; with `isSolved`, that is also its end. Asked again with the same key, does nothing.
 * Throws `state-refused` for a notice that has not begun or was withdrawn, `state-changed` and `key-reused` as above.
 */
export async function addUpdate(
  services: Services,
  id: string,
  { text, isSolved, version }: UpdateInput,
  by: By,
  once: Once,
) {
  const { db, clock, random } = services;
  if (await earlierResult(db, once)) return;
  await noticeAt(services, id, version, ['current', 'ended']);
  const now = clock();
  const updateId = newId(now, random);
  const update = { id: updateId, noticeId: id, textJa: text.ja, textEn: text.en, isSolved, createdAt: now };
  const ours = claimedFor(once, updateId);
  await move(services, id, version, {
    event: 'updated',
    by,
    detail: { update: updateId, isSolved },
    set: isSolved ? { endsAt: sql`case when ${isCurrentAt(now)} then ${now} else ${notices.endsAt} end` } : {},
    where: and(isNull(notices.withdrawnAt), lte(notices.startsAt, now)),
    before: (guard) => [
      claimKeyWhere(once, updateId, now, guard),
      insertWhere(noticeUpdates, update, ours),
      mailToSubscribers(services, { noticeId: id, updateId }, ours),
    ],
    alsoWhere: ours,
  }).catch(async (error: unknown) => {
    // The same was sent twice at the same time: it has been said.
    if (!(await earlierResult(db, once))) throw error;
  });
}

/** A notice that may be changed from where it stands. Throws `state-changed`, or `state-refused` from elsewhere. */
async function noticeAt(services: Services, id: string, version: number, views: readonly NoticeView[]) {
  const notice = await readNotice(services, id);
  if (notice.version !== version) throw new Problem('state-changed');
  if (!views.includes(notice.view)) throw new Problem('state-refused');
  return notice;
}

interface Move {
  event: keyof typeof actions;
  by: By;
  detail?: Record<string, unknown>;
  set: SQLiteUpdateSetSource<typeof notices>;
  /** What has to hold of the notice at the moment of writing, beside its version. */
  where: SQL | undefined;
  /** What has to hold beside that. */
  alsoWhere?: SQL;
  /** What is written first, under the same guard. */
  before?: (guard: SQL) => Statement[];
}

/** What the audit log calls each of them. */
const actions: Record<Exclude<NoticeEventKind, 'published'>, string> = {
  edited: 'notices:edit',
  updated: 'notices:update',
  ended: 'notices:end',
  withdrawn: 'notices:withdraw',
  restored: 'notices:restore',
};

/** One batch: whatever comes before, the event, then the notice with its next version. */
async function move(services: Services, id: string, version: number, move: Move): Promise<void> {
  const { db, clock, random, noticeBoard } = services;
  const { event, by, detail = {}, set, where, alsoWhere, before } = move;
  const now = clock();
  const isSeen = and(eq(notices.id, id), eq(notices.version, version), where);
  const guard = sql`exists (select 1 from ${notices} where ${isSeen})`;
  const ours = alsoWhere ? sql`${guard} and ${alsoWhere}` : guard;
  const results = await db.write([
    ...(before?.(guard) ?? []),
    insertWhere(
      noticeEvents,
      { id: newId(now, random), noticeId: id, accountId: by.accountId, kind: event, detail, createdAt: now },
      ours,
    ),
    audited(services, { ...by, action: actions[event], target: { kind: 'notice', id } }, ours),
    db.read
      .update(notices)
      .set({ ...set, version: version + 1, changedAt: now })
      .where(alsoWhere ? and(isSeen, alsoWhere) : isSeen),
  ]);
  if (!results.at(-1)?.changes) throw new Problem('state-changed');
  await noticeBoard.refresh();
}
