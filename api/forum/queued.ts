import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { Role } from '../access/rules.ts';
import { newId } from '../db/id.ts';
import type { Statement } from '../db/statements.ts';
import type { Objection } from '../moderation/reviewer.ts';
import { isOf, reviewing, type Subject } from '../moderation/reviewing.ts';
import type { Services } from '../services.ts';

/** A post that moderators are to know of. */
interface PostInPlace {
  id: string;
  threadId: string;
  authorId: string;
  language: Language;
  board: string;
}

/** The statements that put a post into the queue, again if it was there before, with the reason why. */
export function queueing(services: Services, post: PostInPlace, objection: Objection, guard: SQL): Statement[] {
  const { reason, detail = null, weight, isUrgent = false } = objection;
  const why = { kind: 'queue' as const, reason, accountId: null, detail, weight };
  return reviewing(
    services,
    subjectOf(post),
    { to: 'pending', action: 'queued', by: null, reasons: [why], isUrgent },
    guard,
  );
}

/** The statements that note that an author took their own post away, so that moderators find it and can bring it back. */
export function notingRemoval(services: Services, post: PostInPlace, role: Role, guard: SQL): Statement[] {
  const by = { accountId: post.authorId, role };
  return reviewing(services, subjectOf(post), { to: 'removed', action: 'removed-by-author', by }, guard);
}

/** The statements that note in the queue that a post says something else: nobody decides on what they have not read. */
export function notingEdit(
  { clock, random }: Services,
  { id }: Pick<PostInPlace, 'id'>,
  by: { id: string; role: Role },
  guard: SQL,
): Statement[] {
  const now = clock();
  const waits = sql`${isOf({ kind: 'post', id })} and state = 'pending' and ${guard}`;
  return [
    sql`insert into review_events (id, reviewable_id, account_id, role, action, from_state, to_state, created_at)
      select ${newId(now, random)}, id, ${by.id}, ${by.role}, 'edited', state, state, ${now} from reviewables where ${waits}`,
    sql`update reviewables set version = version + 1, changed_at = ${now} where ${waits}`,
  ];
}

function subjectOf({ id, authorId, threadId, language, board }: PostInPlace): Subject {
  return { kind: 'post', id, authorId, threadId, language, board };
}
