import { eq } from 'drizzle-orm';
import { newId } from '../db/id.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { receivedMails } from './tables.ts';
import { mailLimits } from '../channels/email/parse/parsed-mail.ts';

/** What of a mail that is too large is kept for people to see. */
const keptBytes = 256 * 1024;

export interface TakenIn {
  id: string;
  /** Not there before: neither by this way nor by another. */
  isNew: boolean;
}

/**
 * Keeps a mail for good: when this resolves, the file and its row are on disk, and its source may forget it. What is made
 * of it is the worker's. Throws `body-too-large` and `storage-full`.
 */
export async function takeIn(services: Services, content: AsyncIterable<Uint8Array>): Promise<TakenIn> {
  const { clock, random, mailIn } = services;
  const id = newId(clock(), random);
  const stored = await mailIn.files.store(id, content, mailLimits.rawBytes);
  if (stored === null) throw new Problem('body-too-large');
  return keep(services, id, { ...stored, outcome: 'waiting', reason: null });
}

/** The same for one that is longer than anything is: its beginning is kept, and a person decides. */
export async function takeInBeginning(
  services: Services,
  content: AsyncIterable<Uint8Array>,
  bytes: number,
): Promise<TakenIn> {
  const { clock, random, mailIn } = services;
  const id = newId(clock(), random);
  const stored = await mailIn.files.store(id, beginningOf(content), mailLimits.rawBytes);
  if (stored === null) throw new Problem('body-too-large');
  return keep(services, id, { contentHash: stored.contentHash, bytes, outcome: 'quarantined', reason: 'too-large' });
}

async function* beginningOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = keptBytes;
  for await (const chunk of content) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

type Kept = Pick<typeof receivedMails.$inferInsert, 'bytes' | 'contentHash' | 'outcome' | 'reason'>;

async function keep(services: Services, id: string, kept: Kept): Promise<TakenIn> {
  const { db, clock, mailIn } = services;
  const now = clock();
  const row = { id, ...kept, attempts: 0, receivedAt: now, dueAt: now };
  const [inserted] = await db
    .write([db.read.insert(receivedMails).values(row).onConflictDoNothing()])
    .catch(async (error: unknown) => {
      // Its source gives it again: what lies here would only take more room each time.
      if (error instanceof Problem && error.slug === 'storage-full') await mailIn.files.remove([id]);
      throw error;
    });
  if (inserted?.changes) {
    mailIn.wake();
    return { id, isNew: true };
  }
  await mailIn.files.remove([id]);
  const [earlier] = await db.read
    .select({ id: receivedMails.id })
    .from(receivedMails)
    .where(eq(receivedMails.contentHash, kept.contentHash ?? ''));
  // Erased in this very moment: the source gives it again.
  if (!earlier) throw new Problem('database-busy', { retryAfterSeconds: 2 });
  return { id: earlier.id, isNew: false };
}
