import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { careAddress, startDovecot } from '../../support/dovecot.ts';
import { startPortal } from '../../support/portal-process.ts';
import { withTool } from '../../support/prepare-tools.ts';
import { readDatabase } from '../../support/read-database.ts';
import { until } from '../../support/until.ts';
import { raw } from './mailed.ts';

const mails = 40;
const kills = 4;

it(
  'forty mails become forty conversations however often the portal is killed while it takes them in',
  withTool('dovecot', 'dovecot-lmtp'),
  async () => {
    const dovecot = await startDovecot();
    const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-mail-in-'));
    onTestFinished(async () => {
      await dovecot.close();
      await rm(dataDir, { recursive: true, force: true });
    });
    const read = <T>(query: string) => readDatabase<T>(join(dataDir, 'portal.db'), query);
    const env = { IMAP_URL: dovecot.url, MAIL_FROM: careAddress };
    for (let count = 0; count < mails; count += 1) {
      await dovecot.deliver(raw({ from: `walker-${count}@example.com`, subject: `Mail ${count}` }));
    }
    for (let kill = 0; kill < kills; kill += 1) {
      const portal = await startPortal({ dataDir, env });
      // At another moment each time: while mails are fetched, and while they are handled.
      await new Promise((resolve) => setTimeout(resolve, 80 + 170 * kill));
      await portal.stop('SIGKILL');
    }
    // Handled a few at a time: each start goes on where the last one ended.
    for (let start = 0; start < 10; start += 1) {
      const portal = await startPortal({ dataDir, env });
      await until(async () => (await dovecot.inbox()).every(({ flags }) => flags.has('\\Seen')), 60_000);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      expect(await portal.stop()).toBe(0);
      const [left] = await read<{ count: number }>(
        "select count(*) as count from received_mails where outcome = 'waiting'",
      );
      if (left?.count === 0) break;
    }
    const rows = await read<{ subject: string }>('select subject from conversations');
    const wanted = Array.from({ length: mails }, (_, count) => `Mail ${count}`).toSorted();
    expect(rows.map(({ subject }) => subject).toSorted()).toEqual(wanted);
    const [written] = await read<{ count: number }>('select count(*) as count from messages');
    expect(written?.count).toBe(mails);
  },
);
