import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../api/db/database.ts';
import { eraseCustomer, erasePerson } from '../../../api/privacy/erase.ts';
import { applyErasureLog, createErasureLog } from '../../../api/privacy/erasure-log.ts';
import { makePerson } from '../accounts/people-of-tests.ts';
import { everyRow, holdFor, twoCustomers } from './crossing.ts';

/** A copy of the database as it is now, made while it runs. */
async function backUp(services: Awaited<ReturnType<typeof twoCustomers>>['services']) {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-restored-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await services.db.raw.execute(`vacuum into '${join(folder, 'portal.db')}'`);
  return folder;
}

async function restore(folder: string, services: Awaited<ReturnType<typeof twoCustomers>>['services']) {
  const db = await openDatabase(join(folder, 'portal.db'));
  onTestFinished(() => db.close());
  return { ...services, db, erasureLog: createErasureLog(folder) };
}

it('whoever was erased after a backup is erased again when it is restored', async () => {
  const { services, folder, hanako } = await twoCustomers();
  const restoredFolder = await backUp(services);
  await holdFor(services, hanako, -0.5).catch(() => undefined);
  await eraseCustomer(services, { customerId: hanako.id, way: 'customer', accountId: null });

  await cp(join(folder, 'erasures.log'), join(restoredFolder, 'erasures.log'));
  const restored = await restore(restoredFolder, services);
  expect(await everyRow(restored)).toContain('Hanako-body-1');
  expect(await applyErasureLog(restored)).toBe(1);
  const rows = await everyRow(restored);
  expect(rows).not.toContain('Hanako');
  expect(rows).toContain('Tomas-body-1');
  expect(await applyErasureLog(restored)).toBe(0);
});

it('a member who never asked anything is erased again, too, and nobody who signed up since', async () => {
  const portal = await twoCustomers();
  const { services, folder } = portal;
  const { id } = await makePerson(portal, 'ken@example.jp', 'member');
  const restoredFolder = await backUp(services);
  await erasePerson(services, { kind: 'member', id }, { way: 'customer', accountId: null });
  await makePerson(portal, 'ken@example.jp', 'member');
  expect(await applyErasureLog(services)).toBe(0);
  expect(await everyRow(services)).toContain('ken@example.jp');

  await cp(join(folder, 'erasures.log'), join(restoredFolder, 'erasures.log'));
  const restored = await restore(restoredFolder, services);
  expect(await everyRow(restored)).toContain('ken@example.jp');
  expect(await applyErasureLog(restored)).toBe(1);
  expect(await everyRow(restored)).not.toContain('ken@example.jp');
});

it('a file that was lost is made again from the database', async () => {
  const { services, folder, hanako } = await twoCustomers();
  await eraseCustomer(services, { customerId: hanako.id, way: 'staff', accountId: null });
  const [before] = await services.erasureLog.read();
  await rm(join(folder, 'erasures.log'));
  await applyErasureLog(services);
  expect(await services.erasureLog.read()).toEqual([before]);
  await applyErasureLog(services);
  expect(await services.erasureLog.read()).toHaveLength(1);
});

it('a line that a crash cut off is passed over, and swallows no other', async () => {
  const { services, folder, hanako } = await twoCustomers();
  await writeFile(join(folder, 'erasures.log'), '{"subject":"0123');
  await eraseCustomer(services, { customerId: hanako.id, way: 'staff', accountId: null });
  expect(await services.erasureLog.read()).toMatchObject([{ way: 'staff' }]);
});
