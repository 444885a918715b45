import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';

async function readyz({ app }: Awaited<ReturnType<typeof makePortal>>) {
  const answer = await app.request('/readyz');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  return { code: answer.status, ...((await answer.json()) as { status: string; reasons: string[] }) };
}

describe('/readyz', () => {
  it('says that a portal is ready', async () => {
    expect(await readyz(await makePortal())).toEqual({ code: 200, status: 'ready', reasons: [] });
  });

  it('says that the database does not answer, while /healthz says that the process lives', async () => {
    const portal = await makePortal();
    await portal.services.db.close();
    expect(await readyz(portal)).toEqual({ code: 503, status: 'not ready', reasons: ['database does not answer'] });
    const health = await portal.app.request('/healthz');
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('says that migrations have not run', async () => {
    const portal = await makePortal();
    await portal.services.db.raw.execute(
      'delete from migrations where name = (select name from migrations order by name desc limit 1)',
    );
    expect(await readyz(portal)).toEqual({ code: 503, status: 'not ready', reasons: ['migrations have not run'] });
  });

  it('names everything that is in the way', async () => {
    const stopping = new AbortController();
    stopping.abort();
    const portal = await makePortal({ stopping: stopping.signal, languages: () => [] });
    expect(await readyz(portal)).toMatchObject({ code: 503, reasons: ['stopping', 'no site is loaded'] });
  });
});
