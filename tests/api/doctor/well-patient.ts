import { chmod, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { makeBackup } from '../../../api/backup/make.ts';
import { readConfig } from '../../../api/config.ts';
import type { Patient } from '../../../api/doctor/patient.ts';
import { freePort } from '../../support/portal-process.ts';
import { makePortal } from '../../support/services.ts';
import { openTicket } from '../support/portal.ts';
import { dayMs, lateParcel } from '../support/samples.ts';
import { writeSmallSite } from '../support/small-site.ts';

export const gigabyte = 1024 ** 3;
const clock = () => Date.now() + dayMs / 24;

/** A portal that is well: with a ticket, a key, a build, a mail server and a backup. */
export async function wellPatient(isRunning = false) {
  const portal = await makePortal();
  const { services, folder: dataDir } = portal;
  const { db, secret } = services;
  await openTicket(portal, lateParcel);
  await db.raw.execute("update outbox set state = 'sent'");
  const key = join(dataDir, 'portal.key');
  await writeFile(key, `${secret}\n`, { mode: 0o600 });
  await chmod(join(dataDir, 'portal.db'), 0o600);
  const { distDir } = await writeSmallSite();
  const later = new Date(Date.now() + dayMs);
  await utimes(join(distDir, 'builds/b1/build.json'), later, later);
  const backupDir = await mkdtemp(join(tmpdir(), 'madoguchi-doctor-'));
  onTestFinished(() => rm(backupDir, { recursive: true, force: true }));
  const source = { client: db.raw, dataDir, release: '1.0.0', secret: 'portal.key' as const, clock: Date.now };
  const { folder: backup } = await makeBackup(source, backupDir);
  const patient: Patient = {
    config: readConfig({
      DATA_DIR: dataDir,
      DIST_DIR: distDir,
      BACKUP_DIR: backupDir,
      SMTP_URL: await mailServer(),
    }),
    db,
    clock,
    clockMovedMs: () => 0,
    nodeVersion: '24.21.0',
    space: async () => ({ freeBytes: 100 * gigabyte, wholeBytes: 200 * gigabyte }),
    isRunning,
  };
  return { patient, dataDir, distDir, backup, backupDir, key, raw: db.raw };
}

export type WellPatient = Awaited<ReturnType<typeof wellPatient>>;

/** A mail server that takes no password but `right`. */
async function mailServer(): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _, done) =>
      password === 'right' ? done(null, { user: 'madoguchi' }) : done(new Error('Wrong password')),
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${port}`;
}
