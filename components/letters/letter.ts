import type { OpenedTicket, TrailItem } from '../../api/tickets/opening-contract.ts';
import type { FieldError } from '../../api/problem.ts';
import type { SignedIdentity } from '../embed/between.ts';
import type { Language } from '../../content/schema/languages.ts';

/** What the API takes as a ticket. */
export interface LetterText {
  subject: string;
  message: string;
  email: string;
  name?: string;
  language: Language;
  trail: TrailItem[];
  category?: string;
  answers?: Record<string, string>;
  /** Who a site that shows the form says is writing. */
  identity?: SignedIdentity;
}

/**
 * A message that could not be sent when it was written. Its key is the Idempotency-Key of every try, so that one of them
 * that arrived without an answer and the next are one ticket.
 */
export interface Letter {
  key: string;
  writtenAt: number;
  text: LetterText;
  files: File[];
  state: LetterState;
}

export type LetterState =
  | { kind: 'waiting' }
  /** It has arrived; its words are not kept any more. */
  | { kind: 'sent'; opened: OpenedTicket }
  /** It will not be sent, and its words go back to the form. */
  | { kind: 'returned'; why: 'expired' }
  | { kind: 'returned'; why: 'refused'; title: string; errors: FieldError[] };

/** How long a message waits. The server knows its key for longer. */
export const keptMs = 7 * 86_400_000;

/** Names the wish to be woken, where browsers wake service workers. */
export const syncTag = 'mado-letters';

/** When a message that waits stops doing so. */
export function expiresAt({ writtenAt }: Letter): number {
  return writtenAt + keptMs;
}
