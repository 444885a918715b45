import type { Logger } from 'pino';
import type { Calendar } from '../content/calendar.ts';
import type { Language } from '../content/schema/languages.ts';
import type { Category, Portal } from '../content/schema/portal.ts';
import type { ArticleSummary, ShownColours } from '../content/schema/snapshot.ts';
import type { Previews } from './attachments/previews.ts';
import type { Uploads } from './attachments/uploads.ts';
import type { Retention } from '../content/schema/retention.ts';
import type { Channel } from './channels/channel.ts';
import type { OrderBook } from './customers/orders/order-book.ts';
import type { Database } from './db/database.ts';
import type { Live } from './desk/live/live.ts';
import type { Drafts } from './forum/articles/drafts.ts';
import type { ThreadWatch } from './forum/live/thread-watch.ts';
import type { Pages } from './http/pages.ts';
import type { Limits } from './limits/limits.ts';
import type { SignInLimits } from './limits/sign-in.ts';
import type { MailIn } from './mail-in/mail-in.ts';
import type { NoticeBoard } from './notices/board.ts';
import type { Outbox } from './outbox/worker.ts';
import type { ErasureLog } from './privacy/erasure-log.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { Priority } from './tickets/contract.ts';

/** What the verbs work with. Time, randomness and everything outside the process come in here. */
export interface Services {
  db: Database;
  /** Milliseconds since the epoch. */
  clock: () => number;
  random: (bytes: number) => Buffer;
  /** Key for what is signed: private links. */
  secret: string;
  /** Origin readers use, without a closing slash. */
  publicUrl: string;
  /** Whether an origin is ours, the one in `publicUrl` or another. */
  isOwnOrigin: (origin: string) => boolean;
  /** Origins of the sites that may show the portal in a frame, and what they sign identities with. */
  embed: { origins: readonly string[]; secret: string | null };
  /** Whether an address is a proxy's whose X-Forwarded-For is believed. */
  isTrustedProxy: (address: string) => boolean;
  sessions: Sessions;
  limits: Limits;
  signInLimits: SignInLimits;
  /** Built pages, as files and as shells to fill. */
  pages: Pages;
  /** The languages of the portal, the first of them for readers who wish for none of them. */
  languages: () => readonly Language[];
  /** The article at a site-absolute address. */
  articleAt: (url: string) => ArticleSummary | undefined;
  /** At most three articles that may answer what somebody wrote. */
  articlesLike: (language: Language, text: string) => ArticleSummary[];
  /**
   * By when replies come: the calendar that all of it counts in, how many opening hours a first one may take as it is
   * promised, and how many each priority is given.
   */
  promise: () => { calendar: Calendar; workingHours: number; targets: Readonly<Record<Priority, number>> };
  /** After how many days a solved conversation is closed. */
  closesSolvedAfterDays: () => number;
  timeZone: () => string;
  categories: () => readonly Category[];
  portal: () => Pick<Portal, 'name' | 'organisation' | 'forum' | 'channels' | 'teams'>;
  /** The portal's colours as `#rrggbb`. */
  colours: () => Record<'light' | 'dark', ShownColours>;
  outbox: Outbox;
  /** What changes on the desk, as it changes. */
  live: Live;
  /** What changes in threads of the forum that somebody has open. */
  threadWatch: ThreadWatch;
  mailIn: MailIn;
  /** The ways in and out of conversations. */
  channels: readonly Channel[];
  /** Where a customer’s orders are asked for. */
  orders: OrderBook;
  /** How long each kind of data is kept. */
  retention: () => Retention;
  /** Who was erased, kept outside of the database and its backups. */
  erasureLog: ErasureLog;
  /** Notices as readers see them now. */
  noticeBoard: NoticeBoard;
  /** The inline scripts of the built pages, as a Content-Security-Policy names them: `sha256-…`. */
  scriptHashes: () => readonly string[];
  /** Files that came with messages, and the pictures that show them. */
  uploads: Uploads;
  previews: Previews;
  /** Articles that came of the forum and wait for an editor. */
  drafts: Drafts;
  log: Logger;
  /** Aborted when the process is told to stop: an answer that goes on and on ends itself then. */
  stopping: AbortSignal;
}
