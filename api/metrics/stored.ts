import { count } from 'drizzle-orm';
import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../db/database.ts';
import { jobs } from '../jobs/tables.ts';
import { outbox, outboxStates } from '../outbox/tables.ts';

/** How much stands in the outbox, by state; a state with nothing in it is 0, so that an alarm can be set on it. */
export function measureOutbox({ read }: Database, registry: Registry): void {
  const rowsByState = new Gauge({
    name: 'madoguchi_outbox_rows',
    help: 'What is to leave the portal, or has left it, by state.',
    labelNames: ['state'],
    registers: [],
    async collect() {
      const rows = await read.select({ state: outbox.state, rows: count() }).from(outbox).groupBy(outbox.state);
      for (const state of outboxStates) this.set({ state }, rows.find((row) => row.state === state)?.rows ?? 0);
    },
  });
  registry.registerMetric(rowsByState);
}

/** When each job ran last, and whether it failed then. */
export function measureJobs({ read }: Database, registry: Registry): void {
  const failed = new Gauge({
    name: 'madoguchi_job_failed',
    help: '1 when the last run of a job failed.',
    labelNames: ['job'],
    registers: [],
    async collect() {
      for (const { name, lastError } of await read.select().from(jobs)) {
        this.set({ job: name }, lastError === null ? 0 : 1);
      }
    },
  });
  const lastRun = new Gauge({
    name: 'madoguchi_job_last_run_timestamp_seconds',
    help: 'When a job ran last.',
    labelNames: ['job'],
    registers: [],
    async collect() {
      for (const { name, lastRunAt } of await read.select().from(jobs)) {
        if (lastRunAt !== null) this.set({ job: name }, lastRunAt / 1000);
      }
    },
  });
  registry.registerMetric(failed);
  registry.registerMetric(lastRun);
}
