import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readImapUrl } from '../../../api/mail-in/imap/settings.ts';
import { startImap } from '../../../api/mail-in/imap/source.ts';
import { signMail } from '../../../api/mail-in/signature.ts';
import { mailSources } from '../../../api/mail-in/tables.ts';
import { startDovecot } from '../../support/dovecot.ts';
import { withTool } from '../../support/prepare-tools.ts';
import { onlyOnFile } from '../../support/test-database.ts';
import { until } from '../../support/until.ts';
import { problemOf } from '../support/ask.ts';
import { makeMailedPortal, type MailedPortal, raw } from './mailed.ts';

const secret = 'what the mail server and the portal both know';

/** From now on there is no room for another mail, until the test gives it. */
async function fillDisk({ services: { db } }: MailedPortal): Promise<() => Promise<void>> {
  const { rows } = await db.raw.execute('pragma page_count');
  await db.raw.execute(`pragma max_page_count = ${Number(rows[0]?.['page_count'])}`);
  // What is free within the file goes first.
  for (const size of [2000, 200, 1]) {
    for (let isRoom = true; isRoom;) {
      isRoom = await db.raw
        .execute(
          `insert into received_mails (id, subject, bytes, outcome, received_at)
            values (lower(hex(randomblob(16))), '${'x'.repeat(size)}', 1, 'dismissed', 0)`,
        )
        .then(
          () => true,
          () => false,
        );
    }
  }
  return async () => {
    await db.raw.execute('pragma max_page_count = 100000');
    await db.raw.execute("delete from received_mails where outcome = 'dismissed'");
  };
}

const cameIn = async ({ rows }: MailedPortal) => (await rows()).filter(({ outcome }) => outcome !== 'dismissed');
const filesOf = ({ folder }: MailedPortal) => readdir(join(folder, 'mail-in')).catch(() => []);

describe('a mail that comes while the disk is full', onlyOnFile('a server has a disk of its own'), () => {
  it('is refused over HTTP, so that it is sent again, and comes in once when there is room', async () => {
    const portal = await makeMailedPortal({ secret });
    const makeRoom = await fillDisk(portal);
    const mail = raw({ text: 'Long. '.repeat(1000), subject: 'x'.repeat(500) });
    const handIn = () => {
      const digest = `sha-256=:${createHash('sha256').update(mail).digest('base64')}:`;
      const headers = {
        'Content-Type': 'message/rfc822',
        'Content-Digest': digest,
        'Mado-Signature': signMail(secret, portal.time.now, digest),
      };
      return portal.app.request('/api/mail-in', { method: 'POST', headers, body: mail });
    };
    const refused = await handIn();
    expect(refused.headers.get('Retry-After')).toBe('60');
    await problemOf(refused, 'storage-full', 507);
    // Nothing lies there that would take more room with each try.
    expect(await filesOf(portal)).toEqual([]);
    await makeRoom();
    expect((await handIn()).status).toBe(202);
    expect((await handIn()).status).toBe(202);
    await portal.handle();
    expect(await portal.rows()).toMatchObject([{ outcome: 'conversation' }]);
    expect(await portal.conversations()).toHaveLength(1);
  });

  it(
    'stays unread in its mailbox, and comes in once when there is room',
    withTool('dovecot', 'dovecot-lmtp'),
    async () => {
      const portal = await makeMailedPortal();
      const dovecot = await startDovecot();
      onTestFinished(() => dovecot.close());
      const settings = readImapUrl(dovecot.url);
      if (!settings) throw new Error('that is no mailbox');
      const services = { ...portal.services, clock: Date.now };
      const source = startImap(services, settings, { isAlone: true });
      onTestFinished(() => source.close());
      const sourceRow = async () => (await services.db.read.select().from(mailSources))[0];
      await until(async () => (await sourceRow())?.connectedAt);

      const makeRoom = await fillDisk(portal);
      for (const subject of ['One', 'Two']) await dovecot.deliver(raw({ subject }));
      await new Promise((resolve) => setTimeout(resolve, 3000));
      expect(await cameIn(portal)).toEqual([]);
      expect(await filesOf(portal)).toEqual([]);
      expect((await dovecot.inbox()).map(({ flags }) => flags.has('\\Seen'))).toEqual([false, false]);

      await makeRoom();
      await until(async () => (await portal.rows()).length === 2, 60_000);
      await until(async () => (await dovecot.inbox()).every(({ flags }) => flags.has('\\Seen')));
      portal.time.now = Date.now();
      await portal.handle();
      expect((await portal.rows()).map(({ outcome, subject }) => [outcome, subject])).toEqual([
        ['conversation', 'One'],
        ['conversation', 'Two'],
      ]);
    },
  );
});
