import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { jobs } from '../../jobs/tables.ts';
import type { Services } from '../../services.ts';
import { threadIndex } from '../../forum/search/thread-index.ts';
import { conversationIndex } from './conversation-index.ts';
import { indexSome, purgeSome } from './indexer.ts';

const indexes = [conversationIndex, threadIndex];
const job = 'index-conversations';
const restMs = 1000;
/** Between two batches, so that who writes meanwhile comes first. */
const breathMs = 10;
const leaseMs = 30_000;

/**
 * Keeps the search indexes up with what is said, a second behind, until it is told to stop; what is not in one yet, it
 * takes from its queue, so a kill loses nothing. Of several processes, one does it at a time.
 */
export function startIndexer(services: Services): { close(): Promise<void> } {
  const { log } = services;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const look = () => {
    underWay = workOff(services, () => isStopping)
      .catch((error: unknown) => log.error({ err: error }, 'what changed could not be indexed'))
      .finally(() => {
        if (!isStopping) timer = setTimeout(look, restMs).unref();
      });
  };
  timer = setTimeout(look, restMs).unref();
  return {
    async close() {
      isStopping = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

async function workOff(services: Services, isStopping: () => boolean): Promise<void> {
  if (services.db.isShared && !(await takeLease(services))) return;
  const started = performance.now();
  while (!isStopping() && performance.now() - started < leaseMs / 2) {
    let hasMore = false;
    for (const index of indexes) {
      if ((await indexSome(services, index)) > 0 || (await purgeSome(services, index))) hasMore = true;
    }
    if (!hasMore) break;
    await new Promise((resolve) => setTimeout(resolve, breathMs));
  }
  if (services.db.isShared) await services.db.write([lease(services, null)]);
}

/** Nobody but this process needs a lease on its own file. */
async function takeLease(services: Services): Promise<boolean> {
  const { db, clock } = services;
  const now = clock();
  const isFree = or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now));
  const [, taken] = await db.write([
    db.read.insert(jobs).values({ name: job, dueAt: now }).onConflictDoNothing(),
    db.read
      .update(jobs)
      .set({ leasedUntil: now + leaseMs })
      .where(and(eq(jobs.name, job), isFree)),
  ]);
  return (taken?.changes ?? 0) > 0;
}

function lease({ db, clock }: Services, leasedUntil: number | null) {
  return db.read.update(jobs).set({ leasedUntil, lastRunAt: clock() }).where(eq(jobs.name, job));
}
