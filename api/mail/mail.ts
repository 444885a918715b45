import type { Language } from '../../content/schema/languages.ts';
import type { Services } from '../services.ts';

/** One piece of a mail. Plain text and HTML are both made of these, so that they say the same. */
export type MailBlock =
  | { heading: string }
  | { text: string }
  | { button: string; url: string }
  /** What somebody writes to the reader, in their own words. */
  | { words: string }
  | { quote: string }
  | { links: { text: string; url: string }[] }
  | { facts: { name: string; value: string }[] }
  | { small: string };

/** What a mail says, in one language, before it is put together. Addresses are whole, or of this site: `/ja/…`. */
export interface MailText {
  subject: string;
  blocks: MailBlock[];
  /** Why the reader gets it: the last line before who sends it. */
  why?: string;
  /** The recipient's name is left out: somebody else may have given it. */
  isNameless?: true;
  /** Where the mail can be stopped for good, whole: for mails that go to many (RFC 8058). */
  unsubscribeUrl?: string;
}

/** One kind of mail: what it says, made anew at each attempt from what is stored. */
export interface MailKind<P> {
  /**
   * `null` when there is nothing to say any more: the row is then cancelled. Tokens are derived here
   * (`api/tokens/one-time-tokens.ts`), never stored in a payload.
   */
  write(payload: P, context: MailContext): Promise<MailText | null>;
  /** What the gallery shows, for each language. */
  examples(language: Language): P[];
  /** RFC 3834: what no other machine may answer. `auto-generated` if left out; `no` for what a person wrote. */
  autoSubmitted?: 'auto-generated' | 'auto-replied' | 'no';
  /** Whoever gets it may answer it, where mails come in: the answer goes into the conversation. */
  takesReplies?: true;
}

export interface MailContext {
  services: Services;
  language: Language;
  to: { address: string; name: string | null };
}
