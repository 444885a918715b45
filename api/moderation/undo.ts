import { eq, type SQL, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import type { Statement } from '../db/statements.ts';
import { recounted } from '../forum/counters.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { DecisionResult } from './contract.ts';
import { accountsIn, type DecidedBefore, field, fieldOf, itemsOf, type Moderator, threadsIn } from './decisions.ts';
import { tellUndone } from './mails/tell-authors.ts';
import { scoreNow } from './reviewing.ts';
import { seenItems } from './seen-items.ts';
import { mayClear } from './somebody-else.ts';
import { standingRecounted } from './standing-counts.ts';
import { undoSanction } from './sanctions.ts';
import { moderationDecisions } from './tables.ts';
import { undoThreadAct } from './thread-acts/undo-thread-act.ts';
import { verdictReached } from './verdict-reached.ts';

type Row = typeof moderationDecisions.$inferSelect;

/**
 * Undoes a decision, an answer to an appeal, or an act on a thread: of several things, those that nobody has changed since,
 * and of what others decided on one’s own posts nothing, unless one is alone. Throws `not-found`, and `state-changed` when it was undone already or nothing of it can be.
 */
export async function undoDecision(services: Services, id: string, by: Moderator): Promise<DecisionResult> {
  const [row] = await services.db.read.select().from(moderationDecisions).where(eq(moderationDecisions.id, id));
  if (!row) throw new Problem('not-found');
  if (row.undoneAt !== null) throw new Problem('state-changed');
  const { items, appeal, sanction } = row.before as Partial<DecidedBefore> & { sanction?: string };
  if (items) return undoItems(services, row, appeal === undefined ? { items } : { items, appeal }, by);
  return sanction === undefined ? undoThreadAct(services, row, by) : undoSanction(services, id, sanction, by);
}

async function undoItems(
  services: Services,
  decision: Row,
  { items, appeal }: DecidedBefore,
  by: Moderator,
): Promise<DecisionResult> {
  const { clock, random, db } = services;
  const { id } = decision;
  const now = clock();
  // By these lines of the history everything else finds what this very write undoes.
  const lines = Object.fromEntries(items.map((item) => [item.id, newId(now, random)]));
  const ours = sql`${field('undone')} in (select value from json_each(${JSON.stringify(Object.values(lines))}))`;
  const posts = items.filter((item) => item.post !== null);
  const verdicts = posts.map(({ post }) => ({
    postId: post ?? '',
    action: 'undone' as const,
    rule: null,
    reasons: [],
  }));
  const isUndone = (postId: string) =>
    sql`exists (select 1 from ${itemsOf(id, sql`${ours} and ${field('post')} = ${postId}`)})`;
  const seen = await seenItems(
    services,
    items.map((item) => item.id),
  );
  const [marked] = await db.write([
    undone(services, decision, lines, by),
    sql`insert into review_events (id, reviewable_id, decision_id, account_id, role, action, from_state, to_state, created_at)
      select ${field('undone')}, ${field('id')}, decision.id, ${by.accountId}, ${by.role}, 'undone', row.state, ${field('state')}, ${now}
      from moderation_decisions as decision, json_each(decision.before, '$.items') as item
      cross join reviewables as row on row.id = ${field('id')} where decision.id = ${id} and ${ours}`,
    outcomesBack(id, ours),
    sql`update reviewables set (state, verdict, is_urgent) = (select ${field('state')}, ${field('verdict')}, ${field('urgent')}
        from ${itemsOf(id, sql`${field('id')} = reviewables.id`)}),
      score = ${scoreNow}, claimed_by = null, claimed_until = null, version = version + 1, changed_at = ${now}
      where id in (${fieldOf(id, 'id', ours)})`,
    sql`update forum_posts set visibility = (select ${field('visibility')} from ${itemsOf(id, sql`${field('post')} = forum_posts.id`)}),
      version = version + 1 where id in (${fieldOf(id, 'post', ours)})
      and visibility <> (select ${field('visibility')} from ${itemsOf(id, sql`${field('post')} = forum_posts.id`)})`,
    ...(appeal === undefined ? [] : [appealBack(appeal, id, ours)]),
    recounted(threadsIn(id, ours)),
    ...standingRecounted(accountsIn(id, ours)),
    ...(await verdictReached(services, verdicts, isUndone)),
    ...tellUndone(services, decision, seen, ours),
    audited(
      services,
      { accountId: by.accountId, requestId: by.requestId, action: 'moderation:undo', target: { kind: 'decision', id } },
      sql`exists (select 1 from ${itemsOf(id, ours)})`,
    ),
  ]);
  if (!marked?.changes) throw new Problem('state-changed');
  services.outbox.wake();
  const rows = await db.read.all<Record<string, string>>(fieldOf(id, 'id', ours));
  const decided = rows.map((row) => String(Object.values(row)[0]));
  const left = items.filter((item) => !decided.includes(item.id));
  return { id, decided, refused: left.map((item) => ({ id: item.id, why: 'state-changed' as const })) };
}

/** The decision says what of it was undone: whatever is still as the decision left it. */
function undone({ clock }: Services, { id, accountId }: Row, lines: Record<string, string>, by: Moderator): Statement {
  const isFit = accountId === by.accountId ? sql`true` : mayClear(field('author'), by.accountId);
  const isAsLeft = sql`(${isFit} and exists (select 1 from reviewables as row where row.id = ${field('id')} and row.version = ${field('version')}))`;
  const items = sql`(select json_group_array(json(case when ${isAsLeft}
    then json_set(item.value, '$.undone', json_extract(${JSON.stringify(lines)}, '$."' || ${field('id')} || '"')) else item.value end))
    from json_each(moderation_decisions.before, '$.items') as item)`;
  return sql`update moderation_decisions set undone_at = ${clock()}, undone_by = ${by.accountId}, before = json_set(before, '$.items', ${items})
    where id = ${id} and undone_at is null
    and exists (select 1 from json_each(moderation_decisions.before, '$.items') as item where ${isAsLeft})`;
}

function outcomesBack(id: string, ours: SQL): Statement {
  const from = sql`moderation_decisions as decision, json_each(decision.before, '$.items') as item,
    json_each(item.value, '$.reasons') as reason where decision.id = ${id}`;
  return sql`update review_reasons set outcome = (select json_extract(reason.value, '$.outcome') from ${from}
      and json_extract(reason.value, '$.id') = review_reasons.id)
    where id in (select json_extract(reason.value, '$.id') from ${from} and ${ours})`;
}

/** The appeal waits for its answer again. */
function appealBack(appeal: string, id: string, ours: SQL): Statement {
  return sql`update appeals set state = 'open', answer = null, answered_by = null, answered_at = null
    where id = ${appeal} and exists (select 1 from ${itemsOf(id, ours)})`;
}
