/** Who is named in a header: decoded, on one line, and never proof of anything. */
export interface MailAddress {
  /** Empty when there is none; 80 characters at most. */
  name: string;
  /** In small letters. */
  address: string;
}

/** What somebody sent along, as it is: nothing of it was opened, its type is only what the sender says. */
export interface MailAttachment {
  /** Without a path and what misleads (`cleanedFileName`). Never used as a path. */
  name: string;
  /** As its sender calls it, in small letters: `image/jpeg`. */
  type: string;
  bytes: number;
  /** The file it lies in, when a folder was given; otherwise `null`, and `content` holds it. */
  path: string | null;
  content: Uint8Array | null;
  /** Without angle brackets: what `cid:` in HTML means. */
  contentId: string | null;
  /** Whether it is shown within the text, as a picture is; not a file that was attached on purpose. */
  isInline: boolean;
  /** A signature (S/MIME, OpenPGP) says nothing to a reader. */
  isSignature: boolean;
}

/**
 * What a mail is. Only `message`, `calendar` and `encrypted` come from somebody who waits for an answer; see `isRobot`.
 * - `bounce`: a mail could not be delivered, or not yet.
 * - `auto-reply`: somebody is away, or a system confirms that it received something.
 * - `report`: a read receipt, a DMARC or abuse report.
 * - `list`: from a mailing list, a newsletter, bulk mail.
 * - `loop`: our own mail that came back, or one that has gone round too often.
 * - `calendar`: an invitation, or the answer to one.
 * - `encrypted`: nothing of it can be read here.
 */
export type MailKind = 'message' | 'auto-reply' | 'bounce' | 'report' | 'list' | 'loop' | 'calendar' | 'encrypted';

/** What could not be delivered. */
export interface Bounce {
  /** The Message-ID of what was sent, with angle brackets. */
  originalMessageId: string | null;
  recipients: string[];
  /** Trying again will not help; `false` is a delay, a full mailbox, a busy server. */
  isPermanent: boolean;
  /** RFC 3463: `5.1.1`. */
  status: string | null;
  /** What the other server said, one line. */
  diagnostic: string | null;
}

/** What of a mail could not be read as it should be. None of it loses the rest. */
export type MailProblem =
  | 'no-head'
  | 'long-head'
  | 'several-from'
  | 'no-from'
  | 'no-message-id'
  | 'no-date'
  | 'unknown-charset'
  | 'wrong-charset'
  | 'unreadable-characters'
  | 'broken-encoding'
  | 'wrong-boundary'
  | 'unclosed-part'
  | 'too-deep'
  | 'too-many-parts'
  | 'text-cut'
  | 'broken-tnef';

/** What a mail says. Every text of it is foreign, plain text: whoever shows it escapes it. */
export interface ParsedMail {
  /** With angle brackets, as it stands. */
  messageId: string | null;
  inReplyTo: string[];
  /** The oldest first; 50 at most. */
  references: string[];
  /** The first, if there are several (then `problems` says so). */
  from: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  /** Delivered-To, X-Original-To, Envelope-To, X-Forwarded-To: to whom it came in the end, in small letters. */
  deliveredTo: string[];
  /** Empty for `<>`: whoever sent it wants no answer. `null` when nobody wrote it down. */
  returnPath: string | null;
  /** On one line; empty when there is none. */
  subject: string;
  /** Milliseconds since the epoch, as the sender says. */
  date: number | null;
  /** In small letters: `auto-replied`. */
  autoSubmitted: string | null;
  /** In small letters: `bulk`, `list`, `junk`. */
  precedence: string | null;
  listId: string | null;
  hasListHeaders: boolean;
  /** Of X-Auto-Response-Suppress, in small letters: `all`, `oof`. */
  autoResponseSuppress: string[];
  /** Whole Authentication-Results headers, the newest first; see `authenticationOf`. */
  authenticationResults: string[];
  /** How many servers it came through. */
  hops: number;
  language: 'ja' | 'en';
  /** Everything it says, as plain text with links; HTML is turned into it. */
  text: string;
  /** What is new in `text`: without quotes and signatures, but never nothing if there was something. */
  fresh: string;
  /** The rest of `text`; every line of it is in one of the two. */
  quoted: string;
  attachments: MailAttachment[];
  kind: MailKind;
  /** Why it is taken for its kind, for people: `Auto-Submitted: auto-replied`. Empty for a message. */
  reason: string;
  bounce: Bounce | null;
  problems: MailProblem[];
}

/** What is read at most. Whatever is beyond is kept as a file or left out, and `problems` says so. */
export interface MailLimits {
  rawBytes: number;
  headBytes: number;
  parts: number;
  depth: number;
  /** Of text and HTML that is read, each. */
  textBytes: number;
  /** Of the text that comes out. */
  textCharacters: number;
}

export const mailLimits: MailLimits = {
  rawBytes: 50 * 1024 * 1024,
  headBytes: 256 * 1024,
  parts: 1_000,
  depth: 30,
  textBytes: 1024 * 1024,
  textCharacters: 100_000,
};
