import type { Language } from '../../content/schema/languages.ts';
import type { ThreadKind } from '../forum/contract.ts';
import type { Services } from '../services.ts';
import type { QueueReason } from './contract.ts';

/** A post that wants to be published, with what is known of its author. */
export interface Submission {
  /** Of the post: a revised one keeps its own. */
  postId: string;
  language: Language;
  board: string;
  kind: ThreadKind | 'reply';
  /** Empty for replies. */
  title: string;
  /** Markdown. */
  body: string;
  secondsTyping: number | null;
  isEdit: boolean;
  author: {
    accountId: string;
    isStaff: boolean;
    /** Trust, 0 to 3. */
    level: number;
    /** Posts of theirs that everybody saw. */
    posts: number;
    postsRefused: number;
    /** Since they became a member. */
    ageMs: number;
    silencedUntil: number | null;
  };
}

/** An objection: `queue` lets a moderator look first, `refuse` lets nobody see it and says so to the author at once. */
export interface Objection {
  verdict: 'queue' | 'refuse';
  reason: QueueReason;
  /** What was found, for moderators: the word, the address of the link. */
  detail?: string;
  /** How much it weighs in the queue's order, 1 for most. */
  weight: number;
  isUrgent?: true;
}

/** Looks at what wants to be published; `null` has no objection. The first objection wins, see `reviewers.ts`. */
export interface Reviewer {
  name: string;
  look: (services: Services, submission: Submission) => Promise<Objection | null> | Objection | null;
}
