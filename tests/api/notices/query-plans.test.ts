import type { InArgs } from '@libsql/client';
import { expect, it, vi } from 'vitest';
import { noticeViews } from '../../../api/notices/contract.ts';
import { lateParcels, makeNoticingPortal } from './noticing.ts';

it('a long history is read by indexes, at the desk and for the public', async () => {
  const { services, publish, list, read } = await makeNoticingPortal();
  const { id } = await publish(lateParcels);
  const { raw } = services.db;
  const executed = vi.spyOn(raw, 'execute');
  await services.noticeBoard.refresh();
  await read(id);
  for (const view of noticeViews) await list(view);
  const reads = executed.mock.calls.map(([statement]) => statement as unknown as { sql: string; args?: InArgs });
  executed.mockRestore();
  const ofNotices = reads.filter(({ sql }) => sql.includes('notice'));
  expect(ofNotices.length).toBeGreaterThan(12);
  for (const { sql, args = [] } of ofNotices) {
    const { rows } = await raw.execute({ sql: `explain query plan ${sql}`, args });
    const scans = rows.map((row) => row['detail'] as string).filter((step) => /^SCAN (?!.*USING .*INDEX)/.test(step));
    expect(scans, sql).toEqual([]);
  }
});
