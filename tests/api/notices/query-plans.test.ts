import { expect, it } from 'vitest';
import { noticeViews } from '../../../api/notices/contract.ts';
import { readsOf } from '../support/reads.ts';
import { lateParcels, makeNoticingPortal } from './noticing.ts';

it('a long history is read by indexes, at the desk and for the public', async () => {
  const { services, publish, list, read } = await makeNoticingPortal();
  const { id } = await publish(lateParcels);
  const { raw } = services.db;
  const reads = await readsOf(async () => {
    await services.noticeBoard.refresh();
    await read(id);
    for (const view of noticeViews) await list(view);
  });
  const ofNotices = reads.filter(({ sql }) => sql.includes('notice'));
  expect(ofNotices.length).toBeGreaterThan(12);
  for (const { sql, args = [] } of ofNotices) {
    const { rows } = await raw.execute({ sql: `explain query plan ${sql}`, args });
    const scans = rows.map((row) => row['detail'] as string).filter((step) => /^SCAN (?!.*USING .*INDEX)/.test(step));
    expect(scans, sql).toEqual([]);
  }
});
