import { z } from 'zod';

/** The desk's lists. */
export const outboxViews = ['waiting', 'dead', 'sent', 'cancelled'] as const;
export type OutboxView = (typeof outboxViews)[number];

/** What staff may make of a mail: let it go out again, or not at all. */
export const outboxStateInput = z.strictObject({ state: z.enum(['waiting', 'cancelled']) });
export type OutboxStateInput = z.output<typeof outboxStateInput>;

/** A line of the list. Times are milliseconds since the epoch. */
export interface OutboxMail {
  id: string;
  kind: string;
  to: string;
  name: string | null;
  language: 'ja' | 'en';
  state: OutboxView;
  /** Whether it is on its way at this moment. */
  isUnderWay: boolean;
  attempts: number;
  /** Attempts of which nobody knows whether the mail arrived. */
  unanswered: number;
  dueAt: number;
  sentAt: number | null;
  /** What the mail server said last. */
  lastError: string | null;
  createdAt: number;
}

/** With what it says. The links in it are stand-ins: what opens something is made when the mail is sent. */
export interface OutboxMailWithText extends OutboxMail {
  /** `null` when there is nothing to say any more. */
  subject: string | null;
  text: string | null;
  /** What whoever asks may make of it. */
  nextStates: OutboxStateInput['state'][];
}

export interface OutboxPage {
  mails: OutboxMail[];
  /** Pass as `after` for the next page; `null` at the end. */
  next: string | null;
  /** Whether there is a mail server; without one, what waits goes on waiting. */
  isSending: boolean;
}
