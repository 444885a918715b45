import { Readable } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { SmtpSettings } from './smtp-settings.ts';

/** The way to the mail server. */
export interface MailTransport {
  /** Resolves when the server has taken the mail. Rejects with a `SendError`. */
  send(mail: SendMailOptions): Promise<void>;
  /** Closes the connections; with `isForced` also those with a mail under way, which then fails. */
  close(isForced?: boolean): void;
}

/** A mail did not go out, as far as anybody knows. The cause is nodemailer's. */
export class SendError extends Error {
  /** Whether all of it had been handed over: without an answer the server may have taken it. */
  readonly wasHandedOver: boolean;

  constructor(cause: unknown, wasHandedOver: boolean) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'SendError';
    this.wasHandedOver = wasHandedOver;
  }
}

export const mostConnections = 4;

const timeouts = {
  dnsTimeout: 15_000,
  connectionTimeout: 15_000,
  greetingTimeout: 30_000,
  // As long as a server may think about a mail that it has got (RFC 5321, 4.5.3.2.6): less would send it twice.
  socketTimeout: 10 * 60_000,
};

/** Connections that are kept and used again. Certificates are always checked; `NODE_EXTRA_CA_CERTS` names further ones. */
export function createMailTransport(settings: SmtpSettings, changes: Partial<typeof timeouts> = {}): MailTransport {
  const transporter = createTransport({
    pool: true,
    maxConnections: mostConnections,
    // The outbox tries again, and counts.
    maxRequeues: 0,
    ...optionsOf(settings),
    ...timeouts,
    ...changes,
  });
  // What goes wrong is told to who sends; an idle connection that ends is nobody's concern.
  transporter.on('error', () => undefined);

  /** Ids of mails that have been read to their end, which begins once the server wants them. */
  const handedOver = new Set<string | undefined>();
  transporter.use('stream', ({ message, data: { messageId } }, done) => {
    message.processFunc((whole) => {
      async function* watched() {
        yield* whole as AsyncIterable<Buffer>;
        handedOver.add(messageId);
      }
      return Readable.from(watched(), { objectMode: false });
    });
    done();
  });

  return {
    async send(mail) {
      try {
        await transporter.sendMail(mail);
      } catch (error) {
        throw new SendError(error, handedOver.has(mail.messageId));
      } finally {
        handedOver.delete(mail.messageId);
      }
    },
    close(isForced = false) {
      transporter.close({ force: isForced });
    },
  };
}

/** Connects as for a mail, says EHLO and signs in, and sends nothing. Rejects with nodemailer's reason. */
export async function verifyMailServer(settings: SmtpSettings, patienceMs: number): Promise<void> {
  const patience = {
    dnsTimeout: patienceMs,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  };
  const transporter = createTransport({ ...optionsOf(settings), ...patience });
  try {
    await transporter.verify();
  } finally {
    transporter.close();
  }
}

function optionsOf({ host, port, tls, user, password }: SmtpSettings) {
  return {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'off',
    tls: { minVersion: 'TLSv1.2' as const },
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
  };
}
