import type { Language } from '../../content/schema/languages.ts';
import type { ReceivedFile } from '../attachments/received.ts';
import type { IdentityKind } from '../customers/contract.ts';
import type { Once } from '../db/idempotency.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { Answer, TrailItem } from './contract.ts';

/** What came in through a channel. */
export interface Incoming {
  /** The channel's id. */
  channel: string;
  sender: {
    kind: IdentityKind;
    /** As it is kept: an address in small letters, a number in digits with its plus sign. */
    value: string;
    name: string | null;
    /** Whether they have proven that the identity is theirs; it is then verified. */
    isProven: boolean;
  };
  /**
   * The conversation that it continues, once the channel has made sure that the sender may; `null` opens a new one. An
   * answer to a closed conversation opens one that is linked to it.
   */
  conversationId: string | null;
  subject: string;
  body: string;
  /** What was cut off below it. */
  quoted: string | null;
  language: Language;
  category: string | null;
  answers: Answer[];
  trail: TrailItem[];
  files: readonly ReceivedFile[];
  /** Whether the customer is told that it has arrived, if it opened a conversation. */
  isAcknowledged: boolean;
}

export interface Received {
  conversationId: string;
  reference: string;
  messageId: string;
  /** Whether it opened a conversation. */
  isNew: boolean;
}

/**
 * Takes in what came through any channel: opens a conversation or continues one. The customer is whoever has the
 * identity; a first-time one makes a new customer, unverified unless proven. Asked again with the same key, gives back
 * what it led to the first time. Throws `key-reused`, `request-erased`.
 */
export async function receive(_services: Services, _incoming: Incoming, _once: Once): Promise<Received> {
  throw new Problem('internal');
}
