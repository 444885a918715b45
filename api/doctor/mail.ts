import { redacted } from '../log/redacted-error.ts';
import { type Finding, fault, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

const patienceMs = 5000;

const remedies: Record<string, string> = {
  ECONNECTION: 'Check host and port in SMTP_URL, and that a firewall lets this machine out to it.',
  ESOCKET: 'Check host and port in SMTP_URL, and that a firewall lets this machine out to it.',
  ECONNREFUSED: 'Nothing listens there: check host and port in SMTP_URL, and that the mail server runs.',
  ETIMEDOUT: 'Nothing answers: check host and port in SMTP_URL, and that a firewall lets this machine out to it.',
  EDNS: 'The host of SMTP_URL is not known: check its spelling and this machine’s DNS.',
  EAUTH: 'Name or password in SMTP_URL is wrong; special characters in them are written as %XX.',
  ETLS: 'TLS could not be begun: write smtps:// for port 465, smtp:// for 587, and ?tls=off behind SMTP_URL only for a server inside your network that has none.',
};

/** Whether the mail server lets us in, asked as the outbox asks it; nothing is sent. */
export async function examineMail({ config: { smtp } }: Patient): Promise<Finding[]> {
  if (!smtp) {
    return [
      warning(
        'mail',
        'SMTP_URL is not set.',
        'No mail leaves: customers learn of a reply only on their private page.',
        'Set SMTP_URL, such as smtp://user:password@mail.example.com:587',
      ),
    ];
  }
  const host = `${smtp.host}:${smtp.port}`;
  try {
    const { verifyMailServer } = await import('../mail/transport.ts');
    await verifyMailServer(smtp, patienceMs);
    return [ok('mail', `${host} lets us in`)];
  } catch (error) {
    const message = error instanceof Error ? redacted(error.message) : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = Object.keys(remedies).find((key) => message.includes(key)) ?? code;
    return [
      fault(
        'mail',
        `${host} does not let us in: ${message}`,
        'Mails wait, and are given up after some tries.',
        remedies[reason] ?? 'Check SMTP_URL.',
      ),
    ];
  }
}
