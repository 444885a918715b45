import { type SQL, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import type { Statement } from '../db/statements.ts';
import { recounted } from '../forum/counters.ts';
import type { Services } from '../services.ts';
import type { DecisionAction, DecisionInput, DecisionResult, ReviewableState } from './contract.ts';
import { accountsIn, field, fieldOf, itemsOf, type Moderator, threadsIn } from './decisions.ts';
import { tellAuthors, tellRestored } from './mails/tell-authors.ts';
import { mayClear } from './somebody-else.ts';
import { standingRecounted } from './standing-counts.ts';
import { effects, mayDecide, standingsFor } from './states.ts';
import { checkRule } from './rules.ts';
import { seenItems, type SeenItem } from './seen-items.ts';
import { suspecting } from './suspicious-members.ts';
import { verdictReached } from './verdict-reached.ts';

/**
 * Decides on one thing or on many. Each is decided only if it is still at the version that was seen, allows it, and nobody
 * else has claimed it; the others are named with the reason. That a post of their own stands nobody says who is not alone. Post, thread, counters, flags, history and mails change in the
 * same write. Throws `invalid-input` for a rule that is none.
 */
export async function decide(services: Services, input: DecisionInput, by: Moderator): Promise<DecisionResult> {
  checkRule(services, input.rule);
  const items = [...new Map(input.items.map((item) => [item.id, item])).values()];
  const { id, statements } = await deciding(services, { ...input, items }, by);
  await services.db.write(statements);
  services.outbox.wake();
  return resultOf(services, id, items, input.action, by);
}

/** The statements of a decision, for one write; `isMade` is the guard of whatever else depends on it. */
export async function deciding(
  services: Services,
  { items, action, rule, note }: DecisionInput,
  by: Moderator,
): Promise<{ id: string; statements: Statement[]; isMade: SQL }> {
  const { clock, random } = services;
  const now = clock();
  const id = newId(now, random);
  const { to, visibility } = effects[action];
  const seen = await seenItems(
    services,
    items.map((item) => item.id),
  );
  const posts = seen.filter((item) => item.postId !== null);
  const isMade = sql`exists (select 1 from moderation_decisions where id = ${id})`;
  const verdicts = posts.map(({ postId, reasons }) => ({ postId: postId ?? '', action, rule: rule ?? null, reasons }));
  const isDecided = (postId: string) => sql`exists (select 1 from ${itemsOf(id, sql`${field('post')} = ${postId}`)})`;
  const statements = [
    decision(services, { id, items, action, rule, note }, by),
    events(id, { action, to, rule, note, now }, by),
    outcomes(id, outcomeOf[action]),
    sql`update reviewables set state = ${to}, verdict = ${to}, is_urgent = 0, score = 0, claimed_by = null, claimed_until = null,
      version = version + 1, changed_at = ${now} where id in (${fieldOf(id, 'id')})`,
    sql`update forum_posts set visibility = ${visibility}, version = version + 1
      where id in (${fieldOf(id, 'post')}) and visibility <> ${visibility}`,
    recounted(threadsIn(id)),
    ...standingRecounted(accountsIn(id)),
    ...(await verdictReached(services, verdicts, isDecided)),
    ...tellAuthors(services, { id, action }, posts),
    ...tellRestored(services, { id, action }, posts),
    ...(refusals.has(action) ? suspecting(services, id, posts) : []),
    audited(
      services,
      {
        accountId: by.accountId,
        requestId: by.requestId,
        action: `moderation:${action}`,
        target: { kind: 'decision', id },
        detail: { items: items.length, ...(rule === undefined ? {} : { rule }) },
      },
      isMade,
    ),
  ];
  return { id, statements, isMade };
}

/** What counts as refused; what was returned gets another chance. */
const refusals: ReadonlySet<DecisionAction> = new Set(['reject', 'hide', 'remove']);

/** What a verdict says of those who flagged, and of the reviewers that queued it. */
const outcomeOf: Record<DecisionAction, 'agreed' | 'disagreed' | 'ignored'> = {
  approve: 'disagreed',
  restore: 'disagreed',
  ignore: 'ignored',
  reject: 'agreed',
  return: 'agreed',
  hide: 'agreed',
  remove: 'agreed',
};

function decision(
  { clock, random }: Services,
  { id, items, action, rule, note }: DecisionInput & { id: string },
  { accountId }: Moderator,
): Statement {
  const now = clock();
  const wished = JSON.stringify(items.map((item) => ({ ...item, event: newId(now, random) })));
  const allowed = standingsFor(action).map(({ kind, state, visibility }) => [kind, state, visibility ?? ''].join(' '));
  // What was agreed with is disagreed with, if the verdict is turned round.
  const touched =
    action === 'restore' ? sql`reason.outcome is null or reason.outcome = 'agreed'` : sql`reason.outcome is null`;
  const found = sql`select ${beforeOf(touched)} as item from json_each(${wished}) as wish
    cross join reviewables as row on row.id = json_extract(wish.value, '$.id')
    left join forum_posts as post on row.kind = 'post' and post.id = row.subject_id
    where row.version = json_extract(wish.value, '$.version')
      and (row.claimed_by is null or row.claimed_by = ${accountId} or row.claimed_until <= ${now})
      and row.kind || ' ' || row.state || ' ' || coalesce(post.visibility, '') in (select value from json_each(${JSON.stringify(allowed)}))
      and not exists (select 1 from appeals where appeals.reviewable_id = row.id and appeals.state = 'open')
      and ${clears(action) ? mayClear(sql`row.author_id`, accountId) : sql`true`}`;
  return sql`insert into moderation_decisions (id, account_id, action, rule, note, before, created_at)
    select ${id}, ${accountId}, ${action}, ${rule ?? null}, ${note || null}, json_object('items', json(items)), ${now}
    from (select json_group_array(json(item)) as items, count(*) as many from (${found})) where many > 0`;
}

/** Whether an action says that a post stands. */
function clears(action: DecisionAction): boolean {
  return effects[action].visibility === 'visible';
}

/** What undoing needs to know of `row` and its `post`, as JSON; `touched` says which `reason`s get an outcome. */
export function beforeOf(touched: SQL): SQL {
  return sql`json_object('id', row.id, 'version', row.version + 1, 'event', json_extract(wish.value, '$.event'),
    'author', row.author_id, 'post', post.id, 'state', row.state, 'visibility', post.visibility,
    'verdict', row.verdict, 'urgent', row.is_urgent, 'reasons', json((
      select json_group_array(json_object('id', reason.id, 'outcome', reason.outcome)) from review_reasons as reason
      where reason.reviewable_id = row.id and (${touched}))))`;
}

interface Told {
  action: string;
  to: ReviewableState | SQL;
  rule?: string | undefined;
  note?: string | undefined;
  now: number;
}

/** A line of the history for each item of a decision. */
export function events(id: string, { action, to, rule, note, now }: Told, { accountId, role }: Moderator): Statement {
  return sql`insert into review_events (id, reviewable_id, decision_id, account_id, role, action, from_state, to_state, rule, note, created_at)
    select ${field('event')}, ${field('id')}, decision.id, ${accountId}, ${role}, ${action}, ${field('state')}, ${to},
      ${rule ?? null}, ${note || null}, ${now} from ${itemsOf(id)}`;
}

/** Every reason that a decision touches has been looked at. */
export function outcomes(id: string, outcome: string | SQL): Statement {
  return sql`update review_reasons set outcome = ${outcome} where id in (
    select json_extract(reason.value, '$.id') from moderation_decisions as decision, json_each(decision.before, '$.items') as item,
      json_each(item.value, '$.reasons') as reason where decision.id = ${id})`;
}

async function resultOf(
  services: Services,
  id: string,
  items: DecisionInput['items'],
  action: DecisionAction,
  by: Moderator,
): Promise<DecisionResult> {
  const rows = await services.db.read.all<[string]>(fieldOf(id, 'id'));
  const decided = new Set(rows.map((row) => String(Object.values(row)[0])));
  const left = items.filter((item) => !decided.has(item.id));
  const seen =
    left.length === 0
      ? []
      : await seenItems(
          services,
          left.map((item) => item.id),
        );
  const now = services.clock();
  return {
    id,
    decided: [...decided],
    refused: left.map((item) => ({
      id: item.id,
      why: whyRefused(
        seen.find((each) => each.id === item.id),
        { version: item.version, action, by, now },
      ),
    })),
  };
}

type Why = DecisionResult['refused'][number]['why'];

function whyRefused(
  item: SeenItem | undefined,
  { version, action, by, now }: { version: number; action: DecisionAction; by: Moderator; now: number },
): Why {
  if (!item) return 'not-found';
  if (item.version !== version) return 'state-changed';
  const isClaimed = item.claimedBy !== null && item.claimedBy !== by.accountId && (item.claimedUntil ?? 0) > now;
  if (isClaimed) return 'claimed';
  const isOwn = clears(action) && item.author.id === by.accountId;
  return isOwn || item.hasAppeal || !mayDecide(action, item) ? 'state-refused' : 'state-changed';
}
