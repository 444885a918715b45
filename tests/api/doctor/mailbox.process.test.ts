import { describe, expect, it, onTestFinished } from 'vitest';
import { examineMailIn } from '../../../api/doctor/mail-in.ts';
import { readImapUrl } from '../../../api/mail-in/imap/settings.ts';
import { sourceIdOf } from '../../../api/mail-in/imap/source.ts';
import { startDovecot } from '../../support/dovecot.ts';
import { withTool } from '../../support/prepare-tools.ts';
import { wellPatient } from './well-patient.ts';

const settings = (url: string) => readImapUrl(url) ?? expect.unreachable('that is no mailbox');

const says = (what: string) => [
  {
    level: 'fault',
    what: expect.stringContaining(what) as string,
    remedy: expect.stringContaining('restart the portal') as string,
  },
];

/** A portal that reads a real mailbox, and what the doctor says of it at another address. */
async function makeMailbox(isRunning = false) {
  const dovecot = await startDovecot();
  onTestFinished(() => dovecot.close());
  const { patient, raw } = await wellPatient(isRunning);
  const examineAt = (url: string) => examineMailIn({ ...patient, config: { ...patient.config, imap: settings(url) } });
  return { dovecot, examineAt, raw, id: sourceIdOf(settings(dovecot.url)), now: patient.clock() };
}

describe('the doctor, of a mailbox', withTool('dovecot', 'dovecot-lmtp'), () => {
  it('finds nothing wrong with one that lets us in, and takes nothing out of it', async () => {
    const { dovecot, examineAt } = await makeMailbox();
    await dovecot.deliver('From: tom@example.com\r\nSubject: Hello\r\n\r\nHello\r\n');
    expect(await examineAt(dovecot.url)).toMatchObject([
      { subject: 'mail-in', level: 'ok', what: expect.stringMatching(/^127\.0\.0\.1:\d+ lets us in/) as string },
    ]);
    const [mail] = await dovecot.inbox();
    expect(mail?.flags.has('\\Seen')).toBe(false);
  });

  it('says when the password is refused, the folder is missing or the server is gone, and what to do', async () => {
    const { dovecot, examineAt } = await makeMailbox();
    const wrong = new URL(dovecot.url);
    wrong.password = 'hunter2';
    const refused = await examineAt(wrong.href);
    expect(refused).toMatchObject([
      {
        level: 'fault',
        what: expect.stringContaining('does not accept the user and password') as string,
        remedy: expect.stringContaining('IMAP_URL') as string,
      },
    ]);
    expect(JSON.stringify(refused)).not.toContain('hunter2');
    expect(await examineAt(dovecot.url.replace('/INBOX', '/Support'))).toMatchObject([
      {
        level: 'fault',
        what: expect.stringContaining('has no folder Support') as string,
        remedy: expect.stringContaining('INBOX') as string,
      },
    ]);
    await dovecot.stop();
    expect(await examineAt(dovecot.url)).toMatchObject([
      { level: 'fault', what: expect.stringContaining('is not reached') as string },
    ]);
  });

  it('says when the portal runs and does not read it, and what keeps it', async () => {
    const { dovecot, examineAt, raw, id, now } = await makeMailbox(true);
    await raw.execute({ sql: 'insert into mail_sources (id, leased_until) values (?, ?)', args: [id, now] });
    expect(await examineAt(dovecot.url)).toMatchObject([{ level: 'ok' }]);
    await raw.execute(`update mail_sources set leased_until = ${now - 3_600_000}`);
    expect(await examineAt(dovecot.url)).toMatchObject(says('for more than ten minutes'));
    await raw.execute(`update mail_sources set last_error = 'the disk is full', leased_until = ${now}`);
    expect(await examineAt(dovecot.url)).toMatchObject(says('does not read the mailbox: the disk is full'));
  });
});
