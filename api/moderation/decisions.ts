import { type SQL, sql } from 'drizzle-orm';
import type { Role } from '../access/rules.ts';
import type { By } from '../accounts/who.ts';
import type { Visibility } from '../forum/contract.ts';
import type { ReviewableState } from './contract.ts';

/** Who moderates; their role is what the author is told. */
export interface Moderator extends By {
  role: Role;
}

/** One thing that a decision was made on, as it was before, and the version that the decision made. */
export interface DecidedItem {
  id: string;
  version: number;
  /** The line of the history that says so. */
  event: string;
  author: string;
  post: string | null;
  state: ReviewableState;
  visibility: Visibility | null;
  verdict: ReviewableState | null;
  urgent: 0 | 1;
  /** Whose outcome it set, and what that was. */
  reasons: { id: string; outcome: string | null }[];
  /** The line of the history that says that it was undone. */
  undone?: string;
}

/** `before` of a decision on what was in the queue. */
export interface DecidedBefore {
  items: DecidedItem[];
  /** The appeal that it answered. */
  appeal?: string;
}

/** What was decided on by a decision, for a select: `item.value` is a `DecidedItem` as JSON. */
export function itemsOf(decisionId: string, condition: SQL = sql`true`): SQL {
  return sql`moderation_decisions as decision, json_each(decision.before, '$.items') as item
    where decision.id = ${decisionId} and ${condition}`;
}

/** A field of an item. */
export function field(name: keyof DecidedItem): SQL {
  return sql.raw(`json_extract(item.value, '$.${name}')`);
}

/** A select of one field of the items of a decision. */
export function fieldOf(decisionId: string, name: keyof DecidedItem, condition?: SQL): SQL {
  return sql`select ${field(name)} from ${itemsOf(decisionId, condition)}`;
}

/** A select of the accounts that a decision matters to: authors, and whoever flagged. */
export function accountsIn(decisionId: string, condition?: SQL): SQL {
  return sql`${fieldOf(decisionId, 'author', condition)} union select flag.account_id from review_reasons as flag
    where flag.account_id is not null and flag.reviewable_id in (${fieldOf(decisionId, 'id', condition)})`;
}

/** A select of the threads in which its posts stand now. */
export function threadsIn(decisionId: string, condition?: SQL): SQL {
  return sql`select post.thread_id from forum_posts as post where post.id in (${fieldOf(decisionId, 'post', condition)})`;
}
