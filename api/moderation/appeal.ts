import { and, desc, eq, sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { AppealInput } from './contract.ts';
import type { DecidedBefore, DecidedItem } from './decisions.ts';
import { reviewing } from './reviewing.ts';
import { appeals, moderationDecisions, reviewables, reviewEvents } from './tables.ts';

/** Against what one may appeal: what was returned is revised instead. */
export const appealable: readonly string[] = ['reject', 'hide', 'remove'];
const weight = 2;

/**
 * Asks for another look at a decision on a post of one's own, once: it is in the queue again, and stays out of sight until
 * somebody has answered. Throws `not-found`, `invalid-input` where the decision was on several posts and none of them is
 * named, and `state-refused` when it was appealed against before, was undone, or something else has happened since.
 */
export async function appeal(
  services: Services,
  decisionId: string,
  input: AppealInput,
  author: Pick<Account, 'id' | 'role' | 'language'>,
): Promise<void> {
  const { db, clock, random } = services;
  const [decision] = await db.read.select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId));
  const all = (decision?.before as Partial<DecidedBefore> | undefined)?.items ?? [];
  const item = theirs(
    all.filter((each) => each.author === author.id && each.post !== null),
    input,
    author,
  );
  if (!decision || !item) throw new Problem('not-found');
  const [row] = await db.read.select().from(reviewables).where(eq(reviewables.id, item.id));
  if (!row) throw new Problem('not-found');
  const latest = await latestVerdict(services, item.id);
  const isDown = row.state === 'rejected' || row.state === 'removed';
  if (!appealable.includes(decision.action) || item.undone !== undefined || latest !== decisionId || !isDown)
    throw new Problem('state-refused');

  const now = clock();
  const id = newId(now, random);
  const isFirst = sql`exists (select 1 from reviewables where id = ${item.id} and version = ${row.version})
    and not exists (select 1 from appeals where decision_id = ${decisionId} and reviewable_id = ${item.id})`;
  const subject = {
    kind: row.kind,
    id: row.subjectId,
    authorId: row.authorId,
    threadId: row.threadId,
    language: row.language,
    board: row.board,
  };
  const reason = { kind: 'queue' as const, reason: 'appeal' as const, accountId: null, detail: null, weight };
  const [made] = await db.write([
    insertWhere(
      appeals,
      { id, reviewableId: item.id, decisionId, accountId: author.id, body: input.body, state: 'open', createdAt: now },
      isFirst,
    ),
    ...reviewing(
      services,
      subject,
      { to: 'pending', action: 'appealed', by: { accountId: author.id, role: author.role }, reasons: [reason] },
      sql`exists (select 1 from appeals where id = ${id})`,
    ),
  ]);
  if (!made?.changes) throw new Problem('state-refused');
}

/** Which of the posts is meant. */
function theirs(
  items: DecidedItem[],
  { post }: AppealInput,
  { language }: Pick<Account, 'language'>,
): DecidedItem | undefined {
  if (post !== undefined) return items.find((each) => each.post === post);
  if (items.length < 2) return items[0];
  throw new Problem('invalid-input', { errors: [{ pointer: '#/post', detail: whichPost[language] }] });
}

const whichPost = { ja: 'どの投稿についてかを指定してください。', en: 'Say which of your posts it is about.' };

/** The decision that stands as the latest on a reviewable, leaving out those that were undone and answers to appeals. */
async function latestVerdict({ db }: Services, reviewableId: string): Promise<string | null> {
  const [row] = await db.read
    .select({ id: reviewEvents.decisionId })
    .from(reviewEvents)
    .where(
      and(
        eq(reviewEvents.reviewableId, reviewableId),
        sql`${reviewEvents.decisionId} is not null and ${reviewEvents.action} not in ('undone', 'uphold')`,
        sql`not exists (select 1 from review_events as later where later.reviewable_id = ${reviewEvents.reviewableId}
          and later.decision_id = ${reviewEvents.decisionId} and later.action = 'undone')`,
      ),
    )
    .orderBy(desc(reviewEvents.createdAt), sql`${reviewEvents}.rowid desc`)
    .limit(1);
  return row?.id ?? null;
}
