import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { buildOnce } from '../support/build-once.ts';
import { startPortal } from '../support/portal-process.ts';

const run = promisify(execFile);
const checker = join(import.meta.dirname, '../support/database-checker.ts');
const count = 200;
const killAfter = 10;

beforeAll(buildOnce);

it('kill -9 during 200 concurrent posts loses no acknowledged ticket, and retries make none twice', async () => {
  const first = await startPortal();
  let acknowledged = 0;
  const post = async (url: string, index: number) => {
    const response = await fetch(`${url}/api/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `kill-test-${index}` },
      body: JSON.stringify({
        email: `customer-${index % 50}@example.jp`,
        subject: `ticket ${index}`,
        message: 'はい',
        language: 'ja',
      }),
    });
    if (response.status !== 201) throw new Error(`HTTP ${response.status}`);
    acknowledged += 1;
    // In the thick of it: some are answered, some are under way.
    if (acknowledged === killAfter) void first.stop('SIGKILL');
    return ((await response.json()) as { reference: string }).reference;
  };

  const attempts = await Promise.allSettled(Array.from({ length: count }, (_, index) => post(first.url, index)));
  await first.stop('SIGKILL');
  const failed = attempts.flatMap((attempt, index) => (attempt.status === 'rejected' ? [index] : []));
  expect(failed.length, 'the kill came while requests were under way').toBeGreaterThan(0);

  const second = await startPortal({ dataDir: first.dataDir });
  const retried = new Map<number, string>();
  for (const index of failed) retried.set(index, await post(second.url, index));
  await second.stop();

  const { stdout } = await run(process.execPath, [
    checker,
    join(first.dataDir, 'portal.db'),
    'select c.subject, c.reference, count(m.id) as messages from conversations c left join messages m on m.conversation_id = c.id group by c.id',
  ]);
  const rows = JSON.parse(stdout) as { subject: string; reference: string; messages: number }[];
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map(({ subject }) => subject)).size).toBe(count);
  expect(rows.every(({ messages }) => messages === 1)).toBe(true);
  const byReference = new Map(rows.map(({ reference, subject }) => [reference, subject]));
  for (const [index, attempt] of attempts.entries()) {
    const reference = attempt.status === 'fulfilled' ? attempt.value : retried.get(index);
    expect(byReference.get(reference ?? '')).toBe(`ticket ${index}`);
  }
});
