import { emailAddress } from '../http/email-address.ts';

/** How the mail server is reached. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** `implicit`: TLS from the first byte; `required`: STARTTLS or nothing; `off`: none. */
  tls: 'implicit' | 'required' | 'off';
  user: string | null;
  password: string | null;
}

/** Who mails come from; without a name, the portal's in the language of the mail. */
export interface MailSender {
  name: string | null;
  address: string;
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);
const ports = { 'smtp:': 587, 'smtps:': 465 };

/**
 * Reads `smtps://user:password@host` or `smtp://…:587`; `null` for what cannot be used. Without `?tls=off`, mail goes to
 * another machine over TLS or not at all; with it never a password.
 */
export function readSmtpUrl(text: string): SmtpSettings | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, searchParams, hash } = new URL(text);
  if (!(protocol in ports) || hostname === '' || !['', '/'].includes(pathname) || hash !== '') return null;
  const isOff = searchParams.get('tls') === 'off';
  if (searchParams.size > (isOff ? 1 : 0) || (isOff && protocol === 'smtps:')) return null;
  const isNear = loopbackHosts.has(hostname);
  if (isOff && username !== '' && !isNear) return null;
  try {
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? ports[protocol as keyof typeof ports] : Number(port),
      tls: protocol === 'smtps:' ? 'implicit' : isOff || isNear ? 'off' : 'required',
      user: username === '' ? null : decodeURIComponent(username),
      password: username === '' ? null : decodeURIComponent(password),
    };
  } catch {
    // A % that stands for itself has to be written %25.
    return null;
  }
}

/** Reads `care@example.com` or `Customer care <care@example.com>`; `null` for anything else. */
export function readSender(text: string): MailSender | null {
  const [, quoted, plain, bracketed, bare] =
    /^\s*(?:(?:"([^"<>\p{Cc}]*)"|([^"<>\p{Cc}]*?))\s*<([^<>\s]+)>|(\S+))\s*$/u.exec(text) ?? [];
  const address = bracketed ?? bare ?? '';
  if (!emailAddress.safeParse(address).success) return null;
  return { name: (quoted ?? plain ?? '').trim() || null, address };
}

/** Who mails come from when nobody was named: nobody who reads them, at the portal's own address. */
export function defaultSender(publicUrl: string): MailSender {
  return { name: null, address: `no-reply@${new URL(publicUrl).hostname}` };
}
