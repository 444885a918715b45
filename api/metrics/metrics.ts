import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type MadeCommit, madeCommits } from '../db/grouped-writes.ts';
import { type AnsweredRequest, answeredRequests } from '../http/request-log.ts';
import type { Services } from '../services.ts';
import { measureJobs, measureOutbox } from './stored.ts';

/** What a build of Prometheus metrics is of. */
export interface MeasuredRelease {
  version: string;
  buildId: string;
}

export interface Metrics {
  registry: Registry;
  /** Stops counting. */
  close(): void;
}

/** Counts what the process does from now on, and reads what is stored when it is asked. */
export function createMetrics({ db }: Pick<Services, 'db'>, { version, buildId }: MeasuredRelease): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // The process itself: memory, file handles, garbage collection, event-loop lag.
  collectDefaultMetrics({ register: registry });

  new Gauge({
    name: 'madoguchi_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'build', 'node'],
    registers,
  }).set({ version, build: buildId, node: process.versions.node }, 1);

  const requests = new Histogram({
    name: 'madoguchi_http_request_duration_seconds',
    help: 'Time until the answer began, by the pattern of the route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const groups = new Histogram({
    name: 'madoguchi_database_writes_per_commit',
    help: 'How many writes shared a commit.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    registers,
  });
  const commits = new Histogram({
    name: 'madoguchi_database_commit_duration_seconds',
    help: 'Time until a commit was on disk.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  measureOutbox(db, registry);
  measureJobs(db, registry);

  const onRequest = (message: unknown) => {
    const { method, route, status, ms } = message as AnsweredRequest;
    requests.observe({ method, route, status }, ms / 1000);
  };
  const onCommit = (message: unknown) => {
    const { writes, ms } = message as MadeCommit;
    groups.observe(writes);
    commits.observe(ms / 1000);
  };
  subscribe(answeredRequests.name, onRequest);
  subscribe(madeCommits.name, onCommit);
  return {
    registry,
    close() {
      unsubscribe(answeredRequests.name, onRequest);
      unsubscribe(madeCommits.name, onCommit);
    },
  };
}
