import { and, count, eq, lt, max, min } from 'drizzle-orm';
import type { ImapSettings } from '../mail-in/imap/settings.ts';
import { mailSources, receivedMails } from '../mail-in/tables.ts';
import { type Finding, fault, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

const patienceMs = 5000;
const unreadMs = 10 * 60_000;
const stuckMs = 10 * 60_000;
const silentMs = 14 * 86_400_000;

/** How customers' mails come in: the mailbox, asked as it is read, and what lies here and waits. Nothing is taken. */
export async function examineMailIn(patient: Patient): Promise<Finding[]> {
  const { imap, mailIn } = patient.config;
  const findings = [
    ...(imap ? await examineMailbox(patient, imap) : []),
    ...(imap || mailIn.secret ? await examineSilence(patient) : []),
    ...(await examineSpool(patient)),
  ];
  if (findings.length > 0) return findings;
  if (imap) return [ok('mail-in', `${imap.host}:${imap.port} lets us in, and no mail waits here`)];
  return [ok('mail-in', mailIn.secret ? 'no mail waits here' : 'no mails are taken in')];
}

async function examineMailbox(patient: Patient, imap: ImapSettings): Promise<Finding[]> {
  const problem = await tried(imap);
  if (problem) return [problem];
  const { db, clock, isRunning } = patient;
  const { sourceIdOf } = await import('../mail-in/imap/source.ts');
  const [source] = await db.read
    .select()
    .from(mailSources)
    .where(eq(mailSources.id, sourceIdOf(imap)));
  if (!isRunning) return [];
  // Whoever reads it says so every few seconds.
  const isHeld = (source?.leasedUntil ?? 0) > clock() - unreadMs;
  const lastError = source?.lastError ?? null;
  if (isHeld && lastError === null) return [];
  return [
    fault(
      'mail-in',
      lastError === null
        ? 'Nobody has read the mailbox for more than ten minutes.'
        : `The portal does not read the mailbox: ${lastError}`,
      'What customers write by mail stays on the mail server; nothing of it is lost.',
      'Look in the log for "mails are not being fetched" and mend what it says; else restart the portal.',
    ),
  ];
}

/** What keeps us out of the mailbox, if anything does. */
async function tried(imap: ImapSettings): Promise<Finding | null> {
  const { imapClient, imapFailure } = await import('../mail-in/imap/connect.ts');
  const { host, port, mailbox } = imap;
  const client = imapClient(imap, { connectionTimeout: patienceMs, greetingTimeout: patienceMs });
  const meaning = 'What customers write by mail does not come in.';
  try {
    await client.connect();
  } catch (error) {
    const isRefused = (error as { authenticationFailed?: boolean }).authenticationFailed === true;
    client.close();
    return isRefused
      ? fault(
          'mail-in',
          `${host}:${port} does not accept the user and password.`,
          meaning,
          'Check user and password in IMAP_URL; special characters in them are written as %XX.',
        )
      : fault(
          'mail-in',
          `${host}:${port} is not reached: ${imapFailure(error)}`,
          meaning,
          'Check host and port in IMAP_URL (imaps:// is 993, imap:// 143), that the mail server runs and speaks TLS, and that a firewall lets this machine out to it.',
        );
  }
  try {
    await client.mailboxOpen(mailbox, { readOnly: true });
    return null;
  } catch {
    const folders = await client.list().catch(() => []);
    return fault(
      'mail-in',
      `${host}:${port} has no folder ${mailbox} that can be opened.`,
      meaning,
      `Name one of its folders at the end of IMAP_URL${folders.length > 0 ? `: ${folders.map(({ path }) => path).join(', ')}` : ', such as /INBOX'}.`,
    );
  } finally {
    client.close();
  }
}

/** A portal that mails came to, and none for long: often they go somewhere else. */
async function examineSilence({ db, clock }: Patient): Promise<Finding[]> {
  const [last] = await db.read.select({ at: max(receivedMails.receivedAt) }).from(receivedMails);
  const silentFor = last?.at == null ? 0 : clock() - last.at;
  if (silentFor <= silentMs) return [];
  return [
    warning(
      'mail-in',
      `No mail has come in for ${Math.floor(silentFor / 86_400_000)} days.`,
      'Customers may be writing to a mailbox that nobody reads.',
      'Send a mail to the address that customers use, and see whether it becomes a ticket; if not, see where the mail server puts it.',
    ),
  ];
}

/** What has come in and has not become anything yet. */
async function examineSpool({ db, clock, isRunning }: Patient): Promise<Finding[]> {
  const { outcome, receivedAt } = receivedMails;
  const waiting = and(eq(outcome, 'waiting'), lt(receivedAt, clock() - stuckMs));
  const [stuck] = await db.read
    .select({ mails: count(), since: min(receivedAt) })
    .from(receivedMails)
    .where(waiting);
  const [held] = await db.read
    .select({ mails: count(), since: min(receivedAt) })
    .from(receivedMails)
    .where(eq(outcome, 'quarantined'));
  const findings: Finding[] = [];
  if (stuck && stuck.mails > 0) {
    findings.push(
      warning(
        'mail-in',
        `${stuck.mails} mails have come in and are no tickets yet, the first since ${asTime(stuck.since)}.`,
        'Nobody sees at the desk what they say.',
        isRunning
          ? 'See what is said of disk and database above, look in the log for what is said of mails, then restart the portal.'
          : 'Start the portal: it goes on with them.',
      ),
    );
  }
  if (held && held.mails > 0) {
    findings.push(
      warning(
        'mail-in',
        `${held.mails} mails wait for somebody to decide, the first since ${asTime(held.since)}.`,
        'They are no tickets until somebody has looked at them.',
        'Open “Mail in” at the desk, and let each in or dismiss it.',
      ),
    );
  }
  return findings;
}

function asTime(at: number | null): string {
  return new Date(at ?? 0).toISOString();
}
