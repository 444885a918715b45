import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { redactedError } from '../log/redacted-error.ts';
import type { Services } from '../services.ts';
import { jobs } from './tables.ts';

/** Something that is done again and again, by one process at a time. */
export interface Job {
  name: string;
  everyMs: number;
  run: (services: Services) => Promise<void>;
}

const lookMs = 15_000;
const leaseMs = 10 * 60_000;

/**
 * Runs jobs when they are due until it is told to stop; `close` waits for one that is under way, `graceMs` milliseconds
 * at most: what it has not done is done when its lease is over.
 */
export function startJobs(services: Services, list: readonly Job[]): { close(graceMs: number): Promise<void> } {
  let isStopping = false;
  let underWay: Promise<void> | null = null;
  const look = () => {
    if (isStopping || underWay) return;
    underWay = runDueJobs(services, list).finally(() => {
      underWay = null;
    });
  };
  look();
  const timer = setInterval(look, lookMs).unref();
  return {
    async close(graceMs) {
      isStopping = true;
      clearInterval(timer);
      await Promise.race([underWay, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    },
  };
}

/** Runs what is due now. One that fails is logged, and runs again when it is due next. */
export async function runDueJobs(services: Services, list: readonly Job[]): Promise<void> {
  const { db, clock, log } = services;
  for (const { name, everyMs, run } of list) {
    const now = clock();
    // Further ahead than any run could have put it: the clock was, and went back.
    const isFree = or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now), gt(jobs.leasedUntil, now + leaseMs));
    const isDue = or(lte(jobs.dueAt, now), gt(jobs.dueAt, now + everyMs));
    const results = await db
      .write([
        db.read.insert(jobs).values({ name, dueAt: now }).onConflictDoNothing(),
        db.read
          .update(jobs)
          .set({ leasedUntil: now + leaseMs })
          .where(and(eq(jobs.name, name), isDue, isFree)),
      ])
      .catch((error: unknown) => {
        log.error({ job: name, err: error }, 'a job could not be taken');
        return [];
      });
    if (!results[1]?.changes) continue;
    let lastError: string | null = null;
    try {
      await run(services);
    } catch (error) {
      const { type, message } = redactedError(error);
      lastError = `${type}: ${message}`;
      log.error({ job: name, err: error }, 'a job failed');
    }
    await db
      .write([
        db.read
          .update(jobs)
          .set({ leasedUntil: null, dueAt: now + everyMs, lastRunAt: now, lastError })
          .where(eq(jobs.name, name)),
      ])
      .catch((error: unknown) => log.error({ job: name, err: error }, 'a job could not be ended'));
  }
}
