import { ImapFlow } from 'imapflow';
import type { ImapSettings } from './settings.ts';

const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 5 * 60_000 };

/** A connection to a mailbox, not yet open. Certificates are always checked; nothing that is said on it is logged. */
export function imapClient(settings: ImapSettings, changes: Partial<typeof timeouts> = {}): ImapFlow {
  const { host, port, tls, user, password } = settings;
  const client = new ImapFlow({
    host,
    port,
    secure: tls === 'implicit',
    ...(tls === 'implicit' ? {} : { doSTARTTLS: tls === 'required' }),
    auth: { user, pass: password },
    tls: { minVersion: 'TLSv1.2' },
    logger: false,
    // News comes by itself soon after there was nothing more to fetch.
    autoIdleDelay: 200,
    maxIdleTime: 4 * 60_000,
    ...timeouts,
    ...changes,
  });
  // What goes wrong is told to who asks.
  client.on('error', () => undefined);
  return client;
}

/** What went wrong, without what was said on the connection: for the log and for people. */
export function imapFailure(error: unknown): string {
  const { authenticationFailed, code, name } = error as {
    authenticationFailed?: boolean;
    code?: string;
    name?: string;
  };
  if (authenticationFailed) return 'the server does not accept the user and password';
  return `the mailbox cannot be read (${code ?? name ?? 'unknown'})`;
}
