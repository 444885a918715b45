import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { SavedView, SavedViewInput } from './contract.ts';
import { savedViews } from './tables.ts';

/** More than anybody can tell apart; what is beyond it is refused. */
const mostOfOne = 50;

/** The lists that somebody kept, and those that others share, by name. */
export async function listSavedViews({ db }: Services, accountId: string): Promise<SavedView[]> {
  const rows = await db.read
    .select()
    .from(savedViews)
    .where(or(eq(savedViews.accountId, accountId), eq(savedViews.isShared, true)))
    .orderBy(asc(savedViews.name), asc(savedViews.id));
  return rows.map((row) => shown(row, accountId));
}

/** Keeps a list under a name. Throws `too-many-tries` for whoever has 50. */
export async function saveView(services: Services, view: SavedViewInput, accountId: string): Promise<SavedView> {
  const { db, clock, random } = services;
  const row = { id: newId(clock(), random), accountId, ...view, createdAt: clock() };
  const ofThem = sql`(select count(*) from ${savedViews} where ${savedViews.accountId} = ${accountId})`;
  const [saved] = await db.write([insertWhere(savedViews, row, sql`${ofThem} < ${mostOfOne}`)]);
  if (!saved?.changes) throw new Problem('too-many-tries');
  return shown(row, accountId);
}

/** Gives one’s own list another name, filter or sharing. Throws `not-found`. */
export async function changeView(
  { db }: Services,
  id: string,
  view: SavedViewInput,
  accountId: string,
): Promise<SavedView> {
  const own = and(eq(savedViews.id, id), eq(savedViews.accountId, accountId));
  const [changed] = await db.write([db.read.update(savedViews).set(view).where(own)]);
  if (!changed?.changes) throw new Problem('not-found');
  return shown({ id, accountId, ...view }, accountId);
}

/** Gives up a list: one’s own, or as an owner one that somebody shares. Throws `not-found`. */
export async function deleteView({ db }: Services, id: string, { id: accountId, role }: Account): Promise<void> {
  const own = eq(savedViews.accountId, accountId);
  const mayGo = role === 'owner' ? or(own, eq(savedViews.isShared, true)) : own;
  const [deleted] = await db.write([db.read.delete(savedViews).where(and(eq(savedViews.id, id), mayGo))]);
  if (!deleted?.changes) throw new Problem('not-found');
}

function shown(
  { id, name, isShared, filter, accountId }: Omit<typeof savedViews.$inferSelect, 'createdAt'>,
  asking: string,
): SavedView {
  return { id, name, isShared, isOwn: accountId === asking, filter };
}
