import { inArray } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { attachments } from './tables.ts';

const day = 86_400_000;
const chunk = 200;

/**
 * Takes away files that no row names: those of a request that never ended, and those whose message was erased. A request
 * under way is safe: only what has lain there for a day is looked at.
 */
export async function sweepUploads(
  { db, clock, uploads }: Pick<Services, 'db' | 'clock' | 'uploads'>,
  agedMs = day,
): Promise<void> {
  const ids = await uploads.olderThan(clock() - agedMs);
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk);
    const rows = await db.read.select({ id: attachments.id }).from(attachments).where(inArray(attachments.id, some));
    const named = new Set(rows.map(({ id }) => id));
    await uploads.remove(some.filter((id) => !named.has(id)));
  }
}
