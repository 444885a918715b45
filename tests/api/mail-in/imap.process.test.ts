import { describe, expect, it, onTestFinished } from 'vitest';
import { readImapUrl } from '../../../api/mail-in/imap/settings.ts';
import { startImap } from '../../../api/mail-in/imap/source.ts';
import { mailSources } from '../../../api/mail-in/tables.ts';
import { startDovecot, type TestDovecot } from '../../support/dovecot.ts';
import { withTool } from '../../support/prepare-tools.ts';
import { until } from '../../support/until.ts';
import { makeMailedPortal, type MailedPortal, raw } from './mailed.ts';

async function makeMailbox(): Promise<TestDovecot> {
  const dovecot = await startDovecot();
  onTestFinished(() => dovecot.close());
  return dovecot;
}

/** Reads the mailbox as a portal does, until the test ends or says so. */
function readBy({ services }: MailedPortal, dovecot: TestDovecot, { query = '', isAlone = true } = {}) {
  const settings = readImapUrl(`${dovecot.url}${query}`);
  if (!settings) throw new Error('that is no mailbox');
  // What is told to a test's clock has to go on.
  const source = startImap({ ...services, clock: Date.now }, settings, { isAlone });
  onTestFinished(() => source.close());
  return source;
}

const subjectsOf = async (portal: MailedPortal) => {
  portal.time.now = Date.now();
  await portal.handle();
  return (await portal.rows()).map(({ subject }) => subject);
};

describe('a mailbox', withTool('dovecot', 'dovecot-lmtp'), () => {
  it('gives each new mail within seconds, and marks it as read only then', async () => {
    const [portal, dovecot] = [await makeMailedPortal(), await makeMailbox()];
    readBy(portal, dovecot);
    await until(async () => (await portal.services.db.read.select().from(mailSources))[0]?.connectedAt);
    // The connection waits to be told (IDLE).
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const sent = Date.now();
    await dovecot.deliver(raw({ subject: 'One' }));
    await until(async () => (await portal.rows()).length === 1);
    expect(Date.now() - sent).toBeLessThan(10_000);
    await until(async () => (await dovecot.inbox())[0]?.flags.has('\\Seen'));
    expect(await subjectsOf(portal)).toEqual(['One']);
  });

  it('gives what came while nobody looked, even what somebody has read meanwhile, but no history', async () => {
    const [portal, dovecot] = [await makeMailedPortal(), await makeMailbox()];
    const markRead = (range: string) =>
      dovecot.withClient(async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageFlagsAdd(range, ['\\Seen']);
      });
    await dovecot.deliver(raw({ subject: 'Long ago' }));
    await markRead('1');
    await dovecot.deliver(raw({ subject: 'Unread' }));
    const first = readBy(portal, dovecot);
    await until(async () => (await portal.rows()).length === 1);
    await until(async () => (await portal.services.db.read.select().from(mailSources))[0]?.lastUid === 2);
    await first.close();
    await dovecot.deliver(raw({ subject: 'Read by a colleague' }));
    await markRead('3');
    readBy(portal, dovecot);
    await until(async () => (await portal.rows()).length === 2);
    expect(await subjectsOf(portal)).toEqual(['Unread', 'Read by a colleague']);
  });

  it('that went away is read again once it is back, and nothing is lost or doubled', async () => {
    const [portal, dovecot] = [await makeMailedPortal(), await makeMailbox()];
    readBy(portal, dovecot);
    await dovecot.deliver(raw({ subject: 'Before' }));
    await until(async () => (await portal.rows()).length === 1);
    await dovecot.stop();
    await until(async () => (await portal.services.db.read.select().from(mailSources))[0]?.lastError);
    await dovecot.start();
    await dovecot.deliver(raw({ subject: 'After' }));
    await until(async () => (await portal.rows()).length === 2, 60_000);
    expect(await subjectsOf(portal)).toEqual(['Before', 'After']);
  });

  it('that begins to count anew gives no mail twice', async () => {
    const [portal, dovecot] = [await makeMailedPortal(), await makeMailbox()];
    const mail = raw({ subject: 'The same' });
    await dovecot.deliver(mail);
    const first = readBy(portal, dovecot);
    await until(async () => (await dovecot.inbox())[0]?.flags.has('\\Seen'));
    await until(async () => (await portal.services.db.read.select().from(mailSources))[0]?.lastUid === 1);
    await first.close();
    await portal.services.db.raw.execute("update mail_sources set uid_validity = '1', last_uid = 900");
    // The same mail, by another way: it has other headers of servers.
    await dovecot.deliver(mail);
    await dovecot.deliver(raw({ subject: 'Another' }));
    readBy(portal, dovecot);
    await until(async () => (await portal.rows()).length === 2);
    await until(async () => (await dovecot.inbox()).every(({ flags }) => flags.has('\\Seen')));
    expect(await subjectsOf(portal)).toEqual(['The same', 'Another']);
  });

  it('has what was taken moved, where that is wished', async () => {
    const [portal, dovecot] = [await makeMailedPortal(), await makeMailbox()];
    await dovecot.deliver(raw({ subject: 'One' }));
    readBy(portal, dovecot, { query: '?move=Taken' });
    await until(async () => (await portal.rows()).length === 1);
    await until(async () => (await dovecot.inbox()).length === 0);
    expect((await dovecot.inbox('Taken')).map(({ raw: text }) => text)).toEqual([
      expect.stringContaining('Subject: One'),
    ]);
  });

  it('is read by one of several processes, and by another once that has ended', async () => {
    const [portal, dovecot] = [await makeMailedPortal(), await makeMailbox()];
    const one = readBy(portal, dovecot, { isAlone: false });
    await until(async () => (await portal.services.db.read.select().from(mailSources))[0]?.connectedAt);
    const [held] = await portal.services.db.read.select().from(mailSources);
    readBy(portal, dovecot, { isAlone: false });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await portal.services.db.read.select().from(mailSources))[0]?.lease).toBe(held?.lease);
    await one.close();
    await dovecot.deliver(raw({ subject: 'For the other' }));
    await until(async () => (await portal.rows()).length === 1, 60_000);
    expect((await portal.services.db.read.select().from(mailSources))[0]?.lease).not.toBe(held?.lease);
  });

  it('that refuses the password says so, without the password', async () => {
    const [portal, dovecot] = [await makeMailedPortal(), await makeMailbox()];
    const settings = readImapUrl(dovecot.url.replace(/care:[^@]+@/, 'care:wrong-password@'));
    if (!settings) throw new Error('that is no mailbox');
    const source = startImap({ ...portal.services, clock: Date.now }, settings, { isAlone: true });
    onTestFinished(() => source.close());
    const { db } = portal.services;
    await until(async () => (await db.read.select().from(mailSources))[0]?.lastError, 60_000);
    const said = (await db.read.select().from(mailSources))[0]?.lastError;
    expect(said).toBe('the server does not accept the user and password');
  });
});
