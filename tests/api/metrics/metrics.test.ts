import { describe, expect, it, onTestFinished } from 'vitest';
import { jobs as jobsTable } from '../../../api/jobs/tables.ts';
import { createMetrics } from '../../../api/metrics/metrics.ts';
import { serveMetrics } from '../../../api/metrics/serve.ts';
import { freePort } from '../../support/portal-process.ts';
import { makePortal } from '../../support/services.ts';
import { openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { keptLog } from '../log/kept-log.ts';

async function measuredPortal() {
  const portal = await makePortal();
  const metrics = createMetrics(portal.services, { version: '1.2.3', buildId: 'b7' });
  onTestFinished(() => metrics.close());
  /** The value of one line, such as `name{label="x"}`. */
  const valueOf = async (line: string) => {
    const found = (await metrics.registry.metrics()).split('\n').find((each) => each.startsWith(`${line} `));
    return found === undefined ? undefined : Number(found.slice(line.length + 1));
  };
  return { portal, metrics, valueOf };
}

describe('metrics', () => {
  it('count requests by the pattern of their route, and never by an address', async () => {
    const { portal, metrics, valueOf } = await measuredPortal();
    const { requestUrl } = await openTicket(portal, lateParcel);
    for (const path of [requestUrl, '/api/tickets', '/api/nope', '/api/nothing']) await portal.app.request(path);
    const counted = (labels: string) => valueOf(`madoguchi_http_request_duration_seconds_count{${labels}}`);
    expect(await counted('method="POST",route="/api/tickets",status="201"')).toBe(1);
    expect(await counted('method="GET",route="/api/tickets",status="401"')).toBe(1);
    expect(await counted('method="GET",route="/*",status="404"')).toBe(2);
    expect(await metrics.registry.metrics()).not.toContain(requestUrl.split('/').at(-2));
  });

  it('count commits, and the writes that shared one', async () => {
    const { portal, valueOf } = await measuredPortal();
    const { db } = portal.services;
    const before = (await valueOf('madoguchi_database_writes_per_commit_sum')) ?? 0;
    const write = (name: string) => db.write([db.read.insert(jobsTable).values({ name, dueAt: 0 })]);
    await Promise.all([write('a'), write('b'), write('c')]);
    expect(await valueOf('madoguchi_database_writes_per_commit_sum')).toBe(before + 3);
    expect(await valueOf('madoguchi_database_writes_per_commit_count')).toBe(1);
    expect(await valueOf('madoguchi_database_commit_duration_seconds_count')).toBe(1);
  });

  it('tell how much waits in the outbox by state, when jobs ran and which failed, and what runs', async () => {
    const { portal, valueOf } = await measuredPortal();
    const { db, clock } = portal.services;
    await db.raw.execute({
      sql: `insert into outbox (id, channel, kind, recipient, language, payload, state, attempts, unanswered, due_at, created_at)
        values ('1', 'mail', 'x', 'tom@example.com', 'en', '{}', 'dead', 9, 0, 0, 0)`,
      args: [],
    });
    await db.write([
      db.read.insert(jobsTable).values({ name: 'sweep', dueAt: 0, lastRunAt: clock(), lastError: 'no' }),
    ]);
    expect(await valueOf('madoguchi_outbox_rows{state="dead"}')).toBe(1);
    expect(await valueOf('madoguchi_outbox_rows{state="waiting"}')).toBe(0);
    expect(await valueOf('madoguchi_job_last_run_timestamp_seconds{job="sweep"}')).toBe(clock() / 1000);
    expect(await valueOf('madoguchi_job_failed{job="sweep"}')).toBe(1);
    const release = `version="1.2.3",build="b7",node="${process.versions.node}"`;
    expect(await valueOf(`madoguchi_build_info{${release}}`)).toBe(1);
    expect(await valueOf('nodejs_eventloop_lag_p99_seconds')).toBeTypeOf('number');
  });

  it('stand on a port of their own, and nothing else does', async () => {
    const { portal, metrics } = await measuredPortal();
    const { log, lines } = keptLog();
    const port = await freePort();
    const listener = await serveMetrics(metrics, { port, host: '127.0.0.1' }, log);
    onTestFinished(async () => void (await listener.close(0)));
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const answer = await ask('/metrics');
    expect(answer.headers.get('Content-Type')).toContain('text/plain');
    expect(await answer.text()).toContain('madoguchi_outbox_rows{state="sent"} 0');
    for (const path of ['/', '/api/tickets', '/healthz']) expect((await ask(path)).status).toBe(404);
    await expect(serveMetrics(metrics, { port, host: '127.0.0.1' }, log)).rejects.toThrow('or set METRICS_PORT to');

    await portal.services.db.close();
    expect((await ask('/metrics')).status).toBe(500);
    expect(lines.join('')).toContain('metrics could not be collected');
  });

  it('are not to be had on the public port', async () => {
    const { portal } = await measuredPortal();
    for (const path of ['/metrics', '/metrics/', '/api/metrics']) {
      const answer = await portal.app.request(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('madoguchi_');
    }
  });
});
