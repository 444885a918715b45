import type { Services } from '../services.ts';
import { namedOf } from './file-tables.ts';

/** Longer than anything takes to arrive: a file without a row is nobody's by then. */
const arrivedMs = 15 * 60_000;
const chunk = 200;

/**
 * Takes away files that no row names: those of a request that never ended, and those whose message was erased. A request
 * under way is safe: only what has lain there for a quarter of an hour is looked at, and `known`, which had rows before.
 */
export async function sweepUploads(
  { db, clock, uploads }: Pick<Services, 'db' | 'clock' | 'uploads'>,
  known: readonly string[] = [],
): Promise<void> {
  const ids = [...new Set([...known, ...(await uploads.olderThan(clock() - arrivedMs))])];
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk);
    const named = await namedOf(db, some);
    await uploads.remove(some.filter((id) => !named.has(id)));
  }
}
