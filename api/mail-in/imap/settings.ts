import { isLoopback } from '../../http/origin.ts';

/** How a mailbox is reached. */
export interface ImapSettings {
  host: string;
  port: number;
  /** `implicit`: TLS from the first byte; `required`: STARTTLS or nothing; `off`: none, on this machine only. */
  tls: 'implicit' | 'required' | 'off';
  user: string;
  password: string;
  mailbox: string;
  /** Where taken mails are moved to; `null`: they stay, marked as read. */
  movedTo: string | null;
}

const ports = { 'imap:': 143, 'imaps:': 993 };

/** Reads `imaps://user:password@host/INBOX`, with `?move=Archive`; `null` for what cannot be used. */
export function readImapUrl(text: string): ImapSettings | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, searchParams, hash } = new URL(text);
  if (!(protocol in ports) || hostname === '' || username === '' || password === '' || hash !== '') return null;
  if ([...searchParams.keys()].some((key) => key !== 'move') || searchParams.size > 1) return null;
  const movedTo = searchParams.get('move');
  if (movedTo === '') return null;
  try {
    const mailbox = decodeURIComponent(pathname.slice(1)) || 'INBOX';
    if (/\p{Cc}/u.test(mailbox + (movedTo ?? '')) || mailbox === movedTo) return null;
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? ports[protocol as keyof typeof ports] : Number(port),
      tls: protocol === 'imaps:' ? 'implicit' : isLoopback(hostname) ? 'off' : 'required',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      mailbox,
      movedTo,
    };
  } catch {
    // A % that stands for itself has to be written %25.
    return null;
  }
}
