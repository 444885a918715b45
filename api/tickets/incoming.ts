import type { Language } from '../../content/schema/languages.ts';
import type { ReceivedFile } from '../attachments/received.ts';
import type { IdentityKind } from '../customers/contract.ts';
import type { Answer, TrailItem } from './opening-contract.ts';

/** What came in through a channel. */
export interface Incoming {
  /** The channel's id. */
  channel: string;
  /** `null` for whoever holds a way into the conversation, of whom no more is known. */
  sender: {
    kind: IdentityKind;
    /** As it is kept: an address in small letters, a number in digits with its plus sign. */
    value: string;
    name: string | null;
    /** Whether they have proven that the identity is theirs; it is then verified. `null` where nobody can tell. */
    isProven: boolean | null;
  } | null;
  /**
   * The conversation that it continues, once the channel has made sure that the sender may; `null` opens a new one. An
   * answer to a closed conversation opens one that is linked to it, and one to a merged conversation goes to where that
   * went.
   */
  conversationId: string | null;
  /** Empty where the channel has none: then it is that of the conversation. */
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
  /** What the history says of the opening besides the channel, if it opened a conversation. */
  opened?: Record<string, string>;
}
