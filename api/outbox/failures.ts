import type { NodemailerError } from 'nodemailer';
import { redactedError } from '../log/redacted-error.ts';
import { NotOneAddressError } from '../mail/envelope.ts';
import { SendError } from '../mail/transport.ts';

/**
 * What a failed attempt means. `for-good`: this mail will never be taken. `later`: this mail, another time.
 * `server`: no mail gets through at the moment. `isUnanswered`: the server may have taken it all the same.
 */
export interface Failure {
  kind: 'for-good' | 'later' | 'server';
  isUnanswered: boolean;
  /** For staff and the log: no address of a reader, no password. */
  text: string;
}

/** Steps of a session that speak of the recipient or of the mail; what is refused before them is not the mail's fault. */
const aboutTheMail = /^(RCPT TO|DATA)/;
/** What nodemailer refuses by itself, before the server is asked. */
const refusedHere = new Set(['EENVELOPE', 'EMESSAGE', 'EMAXRECIPIENTS']);
const longestText = 300;

/** Thrown by a way out that knows what its failure means. */
export class DeliveryError extends Error {
  readonly failure: Omit<Failure, 'text'>;

  constructor(text: string, failure: Omit<Failure, 'text'>) {
    super(text);
    this.name = 'DeliveryError';
    this.failure = failure;
  }
}

/** Reads what an attempt ended with. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DeliveryError) return { ...error.failure, text: shortened(error.message) };
  if (!(error instanceof SendError)) {
    const isForGood = error instanceof NotOneAddressError;
    return {
      kind: isForGood ? 'for-good' : 'later',
      isUnanswered: false,
      text: shortened(redactedError(error).message),
    };
  }
  const { code = '', command = '', responseCode, response, message } = error.cause as NodemailerError;
  const text = shortened([command, code, response ?? message].filter(Boolean).join(' '));
  if (responseCode === undefined) {
    if (refusedHere.has(code)) return { kind: 'for-good', isUnanswered: false, text };
    return { kind: 'server', isUnanswered: error.wasHandedOver, text };
  }
  // 421 closes the session (RFC 5321, 3.8), whatever it answers.
  if (responseCode === 421 || !aboutTheMail.test(command)) return { kind: 'server', isUnanswered: false, text };
  // 503 says that the session went wrong, not the mail.
  const isForGood = responseCode >= 500 && responseCode !== 503;
  return { kind: isForGood ? 'for-good' : 'later', isUnanswered: false, text };
}

function shortened(text: string): string {
  return text
    .replaceAll(/[^\s<>]+@[^\s<>]+/g, '…@…')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestText);
}
