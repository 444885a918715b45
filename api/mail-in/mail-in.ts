import type { MailRead } from '../channels/email/parse/mail-reader.ts';
import type { MailFiles } from './mail-files.ts';

/** The way in for mails, as those see it who have to do with it. */
export interface MailIn {
  files: MailFiles;
  /** Reads a raw mail in a process of its own; its attachments are put into `folder`. */
  read: (path: string, folder: string) => Promise<MailRead>;
  /** The mailbox that customers' answers come to; `null` where none do. */
  replyTo: string | null;
  /** The name under which our own mail server writes down what it found out about senders (RFC 8601); `null`: nobody is believed. */
  authServer: string | null;
  /** The key of those who hand in mails over HTTP; `null` where nobody may. */
  secret: string | null;
  /** Says that a mail was taken in, so that it is handled now rather than within seconds. */
  wake(): void;
}
