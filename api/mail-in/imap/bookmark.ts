import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Services } from '../../services.ts';
import { mailSources } from '../tables.ts';

/** How far a mailbox was read. Its numbers mean something only as long as its UIDVALIDITY stays (RFC 9051, 2.3.1.1). */
export interface Bookmark {
  uidValidity: string;
  lastUid: number;
}

export const sourceLeaseMs = 60_000;

export async function readBookmark({ db }: Services, source: string): Promise<Bookmark | null> {
  const [row] = await db.read.select().from(mailSources).where(eq(mailSources.id, source));
  return row && row.uidValidity !== null ? { uidValidity: row.uidValidity, lastUid: row.lastUid } : null;
}

export async function writeBookmark({ db }: Services, source: string, bookmark: Bookmark): Promise<void> {
  await db.write([db.read.update(mailSources).set(bookmark).where(eq(mailSources.id, source))]);
}

/** Takes the mailbox for this process, or keeps it, for a minute. `false` when another process reads it. */
export async function holdSource({ db, clock }: Services, source: string, lease: string): Promise<boolean> {
  const now = clock();
  const isFree = or(isNull(mailSources.leasedUntil), lte(mailSources.leasedUntil, now), eq(mailSources.lease, lease));
  const results = await db.write([
    db.read.insert(mailSources).values({ id: source, lastUid: 0 }).onConflictDoNothing(),
    db.read
      .update(mailSources)
      .set({ lease, leasedUntil: now + sourceLeaseMs })
      .where(and(eq(mailSources.id, source), isFree)),
  ]);
  return results[1]?.changes === 1;
}

export async function letGo({ db }: Services, source: string, lease: string): Promise<void> {
  const ours = and(eq(mailSources.id, source), eq(mailSources.lease, lease));
  await db.write([db.read.update(mailSources).set({ lease: null, leasedUntil: null }).where(ours)]);
}

/** What whoever looks after the portal sees of it. */
export async function noteConnection({ db, clock }: Services, source: string, lastError: string | null): Promise<void> {
  const said = lastError === null ? { lastError, connectedAt: clock() } : { lastError };
  await db.write([db.read.update(mailSources).set(said).where(eq(mailSources.id, source))]);
}

/** Frees what a process held that has ended: only for one that is alone with its database. */
export async function freeSource({ db }: Services, source: string): Promise<void> {
  await db.write([db.read.update(mailSources).set({ leasedUntil: null }).where(eq(mailSources.id, source))]);
}
