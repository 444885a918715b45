import type { SQL } from 'drizzle-orm';
import type { IdentityKind } from '../customers/contract.ts';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';

/** A reply that is to leave. */
export interface OutgoingReply {
  conversationId: string;
  message: string;
  /** How many files go along with it. */
  files: number;
  /** Who of the staff wrote it. */
  accountId: string;
}

/** The statements that let a reply leave, for the very write that stores it, and the row of the outbox it waits in. */
export interface Departure {
  /** `null` where nothing leaves by itself: a call, a page that the customer opens. */
  outboxId: string | null;
  statements: (messageId: string, guard: SQL) => Statement[];
}

/** What is known of how a customer can be reached about a conversation. */
export interface Reachable {
  /** The kinds of identity that the customer has. */
  kinds: ReadonlySet<IdentityKind>;
  /** Whether there is a page that a private link opens. */
  hasPage: boolean;
}

/**
 * A way in and out of conversations: a folder in `api/channels/`, and a line in `all-channels.ts`. Whatever comes in goes
 * through `receive` (`api/tickets/receive.ts`); nothing of `api/tickets/` knows a channel by name.
 */
export interface Channel {
  /** What stands in `messages.channel`: `email`. */
  id: string;
  name: { ja: string; en: string };
  /** The kind of identity that its senders have. */
  identity: IdentityKind;
  /** Whether what comes in has a thread with a subject of its own, in which answers stay. */
  isThreaded?: true;
  /** Whether a customer is within reach at all. Left out, whoever has an identity of the channel's kind is. */
  reaches?: (customer: Reachable) => boolean;
  /**
   * How a reply leaves. `null` when this conversation cannot be answered that way: no address, no link. Left out where
   * nothing ever leaves.
   */
  deliver?: (services: Services, reply: OutgoingReply) => Promise<Departure | null>;
}
