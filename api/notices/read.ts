import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { Notice, NoticePage, NoticeView, NoticeWithHistory } from './contract.ts';
import { noticeEvents, notices, noticeUpdates } from './tables.ts';

const pageSize = 50;

/** One page of a view of the desk, the latest start first. `after` is the `next` of the page before. */
export async function listNotices(
  { db, clock }: Services,
  view: NoticeView,
  after: string | null,
): Promise<NoticePage> {
  const now = clock();
  const [, time, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  const place = time && id ? sql`(${notices.startsAt}, ${notices.id}) < (${Number(time)}, ${id})` : undefined;
  const found = await noticesWhere(db, and(inView(view, now), place), now, pageSize + 1);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    notices: shown.map(asSeenAtDesk),
    next: found.length > pageSize && last ? `${last.startsAt}_${last.id}` : null,
  };
}

/** A notice with its history, as the desk sees it. Throws `not-found`. */
export async function readNotice({ db, clock }: Services, id: string): Promise<NoticeWithHistory> {
  const [notice] = await noticesWhere(db, eq(notices.id, id), clock(), 1);
  if (!notice) throw new Problem('not-found');
  const events = await db.read
    .select({ kind: noticeEvents.kind, by: accounts.name, createdAt: noticeEvents.createdAt })
    .from(noticeEvents)
    .innerJoin(accounts, eq(accounts.id, noticeEvents.accountId))
    .where(eq(noticeEvents.noticeId, id))
    .orderBy(asc(noticeEvents.createdAt), asc(noticeEvents.id));
  return { ...asSeenAtDesk(notice), events };
}

/** Without what only the files of the readers need. */
function asSeenAtDesk(notice: Notice & { changedAt: number }): Notice {
  const { changedAt: _, ...shown } = notice;
  return shown;
}

/** Notices as they stand at `now`, the latest start first, each with its updates in order. */
export async function noticesWhere(
  db: Database,
  condition: SQL | undefined,
  now: number,
  most: number,
): Promise<(Notice & { changedAt: number })[]> {
  const rows = await db.read
    .select()
    .from(notices)
    .where(condition)
    .orderBy(desc(notices.startsAt), desc(notices.id))
    .limit(most);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const said = await db.read
    .select()
    .from(noticeUpdates)
    .where(inArray(noticeUpdates.noticeId, ids))
    .orderBy(asc(noticeUpdates.createdAt), asc(noticeUpdates.id));
  const saidOf = Map.groupBy(said, ({ noticeId }) => noticeId);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    severity: row.severity,
    title: { ja: row.titleJa, en: row.titleEn },
    text: { ja: row.textJa, en: row.textEn },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    categories: row.categories,
    view: viewOf(row, now),
    version: row.version,
    changedAt: row.changedAt,
    updates: (saidOf.get(row.id) ?? []).map(({ id, textJa, textEn, isSolved, createdAt }) => ({
      id,
      text: { ja: textJa, en: textEn },
      isSolved,
      createdAt,
    })),
  }));
}

/** The next moment after `now` at which a notice starts or ends by itself; `null` when nothing is to come. */
export async function nextMoment(db: Database, now: number): Promise<number | null> {
  const isShown = isNull(notices.withdrawnAt);
  const [[start], [end]] = await Promise.all([
    db.read
      .select({ at: sql<number | null>`min(${notices.startsAt})` })
      .from(notices)
      .where(and(isShown, gt(notices.startsAt, now))),
    db.read
      .select({ at: sql<number | null>`min(${notices.endsAt})` })
      .from(notices)
      .where(and(isShown, gt(notices.endsAt, now))),
  ]);
  const moments = [start?.at, end?.at].filter((at) => typeof at === 'number');
  return moments.length > 0 ? Math.min(...moments) : null;
}

export function isCurrentAt(now: number): SQL {
  return sql`(${isNull(notices.withdrawnAt)} and ${lte(notices.startsAt, now)} and (${isNull(notices.endsAt)} or ${gt(notices.endsAt, now)}))`;
}

/** What has begun and was not taken back: all that readers may ever see. */
export function isPublicAt(now: number): SQL | undefined {
  return and(isNull(notices.withdrawnAt), lte(notices.startsAt, now));
}

function inView(view: NoticeView, now: number): SQL | undefined {
  const isShown = isNull(notices.withdrawnAt);
  switch (view) {
    case 'current':
      return isCurrentAt(now);
    case 'planned':
      return and(isShown, gt(notices.startsAt, now));
    case 'ended':
      return and(isShown, lte(notices.startsAt, now), lte(notices.endsAt, now));
    case 'withdrawn':
      return isNotNull(notices.withdrawnAt);
  }
}

/** `inView` for one row. */
function viewOf(row: typeof notices.$inferSelect, now: number): NoticeView {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.startsAt > now) return 'planned';
  return row.endsAt !== null && row.endsAt <= now ? 'ended' : 'current';
}
