import { chmod, mkdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../../api/config.ts';
import type { Finding } from '../../../api/doctor/finding.ts';
import type { Patient } from '../../../api/doctor/patient.ts';
import { readImapUrl } from '../../../api/mail-in/imap/settings.ts';
import type { SmtpSettings } from '../../../api/mail/smtp-settings.ts';
import { freePort } from '../../support/portal-process.ts';
import { dayMs } from '../support/samples.ts';
import { gigabyte, type WellPatient } from './well-patient.ts';

type Fault = [
  name: string,
  plant: (patient: WellPatient) => Promise<Partial<Patient> | void>,
  found: Pick<Finding, 'subject' | 'level'>,
  what: string,
  remedy: string,
];

function withSmtp({ patient: { config } }: WellPatient, changes: Partial<SmtpSettings>): Partial<Patient> {
  if (!config.smtp) throw new Error('A well patient has a mail server');
  return { config: { ...config, smtp: { ...config.smtp, ...changes } } };
}

/** All that the doctor finds: how it comes about, and what is said of it. */
export const faults: Fault[] = [
  [
    'a Node that is too old',
    async () => ({ nodeVersion: '18.19.0' }),
    { subject: 'versions', level: 'fault' },
    'Node 18.19.0',
    'npm start',
  ],
  [
    'an address for this machine that listens to everybody',
    async ({ patient: { config } }) => ({ config: { ...config, host: '0.0.0.0' } }),
    { subject: 'address', level: 'fault' },
    'http://localhost:4321',
    'Set PUBLIC_URL',
  ],
  [
    'a proxy that is not named',
    async ({ patient: { config } }) => ({ config: { ...config, publicUrl: 'https://help.aruku.example' } }),
    { subject: 'address', level: 'warning' },
    'TRUSTED_PROXIES names none',
    'TRUSTED_PROXIES',
  ],
  [
    'a proxy list that believes everybody',
    async ({ patient: { config } }) => ({ config: { ...config, trustedProxies: '0.0.0.0/0 127.0.0.1/32' } }),
    { subject: 'address', level: 'fault' },
    'everybody is believed',
    '127.0.0.1/32',
  ],
  [
    'rows that refer to nothing',
    async ({ raw }) => {
      await raw.execute('pragma foreign_keys = off');
      await raw.execute('delete from customers');
    },
    { subject: 'database', level: 'fault' },
    'refer to rows that are not there',
    'npm run restore',
  ],
  [
    'a migration that is not the one that ran',
    async ({ raw }) => void (await raw.execute("update migrations set hash = 'other' where name like '0001%'")),
    { subject: 'database', level: 'fault' },
    '0001-founding.sql has changed',
    'git checkout',
  ],
  [
    'a database of a newer release',
    async ({ raw }) => void (await raw.execute("insert into migrations values ('9999-later.sql', 'x', 0)")),
    { subject: 'database', level: 'fault' },
    '9999-later.sql',
    'Install the release',
  ],
  [
    'a write-ahead log that only grows',
    async ({ dataDir }) => {
      const folder = join(dataDir, 'other');
      await mkdir(folder);
      await writeFile(join(folder, 'portal.db-wal'), '');
      await truncate(join(folder, 'portal.db-wal'), 200 * 1024 ** 2);
      return { config: readConfig({ DATA_DIR: folder }) };
    },
    { subject: 'database', level: 'warning' },
    '200 MB',
    'Restart the portal',
  ],
  [
    'a key that others can read',
    async ({ key }) => chmod(key, 0o644),
    { subject: 'secrets', level: 'fault' },
    'can be read by others (mode 644)',
    'chmod 600',
  ],
  [
    'a key that is gone',
    async ({ key }) => rm(key),
    { subject: 'secrets', level: 'fault' },
    'The key is gone, with which 1 private links were made',
    'from a backup',
  ],
  [
    'a key that is another',
    async ({ patient: { config } }) => ({
      config: { ...config, secret: 'another secret, of more than 32 characters' },
    }),
    { subject: 'secrets', level: 'fault' },
    'SECRET is not the key',
    'set SECRET as it was',
  ],
  [
    'a disk that is nearly full',
    async () => ({ space: async () => ({ freeBytes: 10 * 1024 ** 2, wholeBytes: gigabyte }) }),
    { subject: 'disk', level: 'fault' },
    '10 MB of 1024 MB left',
    'Remove old backups',
  ],
  [
    'a clock that is behind what is stored',
    async () => ({ clock: () => Date.parse('2020-01-01T00:00:00Z') }),
    { subject: 'clock', level: 'fault' },
    'It is 2020-01-01T00:00:00Z here',
    'timedatectl set-ntp true',
  ],
  [
    'a clock that was set while the portal ran',
    async () => ({ clockMovedMs: () => -3_600_000 }),
    { subject: 'clock', level: 'warning' },
    'set by -60 minutes',
    'timedatectl',
  ],
  [
    'no build',
    async ({ distDir }) => rm(join(distDir, 'current')),
    { subject: 'build', level: 'fault' },
    'holds no site',
    'npm run build',
  ],
  [
    'a build that is cut short',
    async ({ distDir }) => rm(join(distDir, 'builds/b1/site/ja/index.html')),
    { subject: 'build', level: 'fault' },
    'ja/index.html is missing',
    'npm run build',
  ],
  [
    'a build that is older than its sources',
    async ({ distDir }) => utimes(join(distDir, 'builds/b1/build.json'), 0, 0),
    { subject: 'build', level: 'warning' },
    'is younger than the build b1',
    'Restart the portal',
  ],
  [
    'no mail server',
    async ({ patient: { config } }) => ({ config: { ...config, smtp: null } }),
    { subject: 'mail', level: 'warning' },
    'SMTP_URL is not set',
    'Set SMTP_URL',
  ],
  [
    'a mail server where nothing listens',
    async (planted) => withSmtp(planted, { port: await freePort(), user: 'madoguchi', password: 'hunter2' }),
    { subject: 'mail', level: 'fault' },
    'ECONNREFUSED',
    'Nothing listens there',
  ],
  [
    'a mail server that says nothing',
    async (planted) => {
      const silent = createServer().listen(0, '127.0.0.1');
      await once(silent, 'listening');
      onTestFinished(() => void silent.close());
      const address = silent.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      return withSmtp(planted, { port });
    },
    { subject: 'mail', level: 'fault' },
    'does not let us in',
    'SMTP_URL',
  ],
  [
    'a password that the mail server refuses',
    async (planted) => withSmtp(planted, { user: 'madoguchi', password: 'hunter2' }),
    { subject: 'mail', level: 'fault' },
    'Wrong password',
    'Name or password in SMTP_URL is wrong',
  ],
  [
    'a mail server without the TLS that is wanted',
    async (planted) => withSmtp(planted, { tls: 'required' }),
    { subject: 'mail', level: 'fault' },
    'does not let us in',
    'TLS could not be begun',
  ],
  [
    'a mailbox that is not there',
    async ({ patient: { config } }) => {
      const imap = readImapUrl(`imap://care:hunter2@127.0.0.1:${await freePort()}/INBOX`);
      return { config: { ...config, imap } };
    },
    { subject: 'mail-in', level: 'fault' },
    'is not reached: the mailbox cannot be read (ECONNREFUSED)',
    'Check host and port in IMAP_URL',
  ],
  [
    'no mail for weeks',
    async ({ raw, patient: { config, clock } }) => {
      await takeIn(raw, 'message', clock() - 20 * dayMs);
      return { config: { ...config, mailIn: { ...config.mailIn, secret: 'hunter2' } } };
    },
    { subject: 'mail-in', level: 'warning' },
    'No mail has come in for 20 days',
    'Send a mail to the address',
  ],
  [
    'mails that came in and stay as they are',
    async ({ raw, patient }) => takeIn(raw, 'waiting', patient.clock() - dayMs),
    { subject: 'mail-in', level: 'warning' },
    '1 mails have come in and are no tickets yet, the first since 20',
    'Start the portal',
  ],
  [
    'mails that somebody has to decide on',
    async ({ raw, patient }) => takeIn(raw, 'quarantined', patient.clock()),
    { subject: 'mail-in', level: 'warning' },
    '1 mails wait for somebody to decide',
    'at the desk',
  ],
  [
    'no backup',
    async ({ backup }) => rm(backup, { recursive: true }),
    { subject: 'backups', level: 'warning' },
    'There is none',
    'npm run backup',
  ],
  [
    'a backup that is old',
    async () => ({ clock: () => Date.now() + 10 * dayMs }),
    { subject: 'backups', level: 'warning' },
    'is 10 days old',
    'every night',
  ],
  [
    'a backup that is not whole',
    async ({ backup }) => rm(join(backup, 'manifest.json')),
    { subject: 'backups', level: 'fault' },
    'is no whole backup',
    'npm run backup',
  ],
  [
    'a job that failed',
    async ({ raw }) => void (await raw.execute("insert into jobs values ('sweep', 0, null, 0, 'Error: no')")),
    { subject: 'work', level: 'warning' },
    'The job sweep failed when it ran last: Error: no',
    'Look in the log',
  ],
  [
    'mails that were given up',
    async ({ raw }) => queue(raw, 'dead', '550 unknown'),
    { subject: 'work', level: 'warning' },
    '1 mails were given up, one since: 550 unknown',
    'send them again at the desk',
  ],
  [
    'mails that are stuck',
    async ({ raw }) => queue(raw, 'waiting', null),
    { subject: 'work', level: 'warning' },
    '1 mails wait to leave, the first since 1970',
    'Start the portal',
  ],
];

async function takeIn(raw: WellPatient['raw'], outcome: string, receivedAt: number) {
  await raw.execute({
    sql: "insert into received_mails (id, sender, bytes, outcome, received_at) values ('1', 'tom@example.com', 1, ?, ?)",
    args: [outcome, receivedAt],
  });
}

async function queue(raw: WellPatient['raw'], state: string, lastError: string | null) {
  await raw.execute({
    sql: `insert into outbox (id, channel, kind, recipient, language, payload, state, attempts, unanswered, due_at, created_at, last_error)
      values ('1', 'mail', 'x', 'tom@example.com', 'ja', '{}', ?, 9, 0, 0, 0, ?)`,
    args: [state, lastError],
  });
}
