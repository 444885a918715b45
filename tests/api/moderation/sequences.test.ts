import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
} from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { editPost } from '../../../api/forum/edit.ts';
import { removeOwnPost } from '../../../api/forum/remove-own.ts';
import { answerAppeal } from '../../../api/moderation/answer-appeal.ts';
import { appeal } from '../../../api/moderation/appeal.ts';
import { decisionActions, flagReasons, type ReviewableState } from '../../../api/moderation/contract.ts';
import { flagPost, withdrawFlag } from '../../../api/moderation/flags.ts';
import { type Mover, mayMove } from '../../../api/moderation/states.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { Problem } from '../../../api/problem.ts';
import { makeModeration, type Moderation } from './some-moderation.ts';

/** As many as a busy machine does in half a minute; `SEQUENCES=1000` for a thorough run. */
const sequences = Number(process.env['SEQUENCES'] ?? (inject('databaseServer') ? 10 : 100));

const which = integer({ min: 0, max: 2 });

/** What two moderators, two readers and an author may do, in the same moment. */
const deed = oneof(
  {
    weight: 5,
    arbitrary: record({
      kind: constant('decide' as const),
      action: constantFrom(...decisionActions),
      post: which,
      other: which,
      by: constantFrom('mia', 'max'),
    }),
  },
  {
    weight: 3,
    arbitrary: record({
      kind: constant('undo' as const),
      back: integer({ min: 0, max: 3 }),
      by: constantFrom('mia', 'max'),
    }),
  },
  {
    weight: 3,
    arbitrary: record({
      kind: constant('flag' as const),
      reason: constantFrom(...flagReasons),
      post: which,
      by: constantFrom('rose', 'ken'),
    }),
  },
  {
    weight: 1,
    arbitrary: record({ kind: constant('withdraw' as const), post: which, by: constantFrom('rose', 'ken') }),
  },
  { weight: 2, arbitrary: record({ kind: constant('edit' as const), post: which }) },
  { weight: 1, arbitrary: record({ kind: constant('take-away' as const), post: which }) },
  {
    weight: 2,
    arbitrary: record({ kind: constant('appeal' as const), back: integer({ min: 0, max: 3 }), post: which }),
  },
  {
    weight: 2,
    arbitrary: record({
      kind: constant('answer' as const),
      verdict: constantFrom('upheld', 'reversed'),
      by: constantFrom('mia', 'max'),
    }),
  },
);
type Deed = typeof deed extends Arbitrary<infer T> ? T : never;

describe('whatever moderators, readers and authors do, also in the same moment', () => {
  it('leaves posts, queue, history and counts in order', { timeout: 300_000 }, async () => {
    const forum = await makeModeration();
    const rounds = array(array(deed, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 8 });
    await assert(
      asyncProperty(rounds, async (list) => {
        const { id: thread } = await forum.thread();
        // One waits, one stands, one was flagged before.
        const posts = [
          await forum.queued(thread),
          await forum.post(thread),
          await forum.queued(thread, forum.tom, 'spam-filter'),
        ];
        const decisions: string[] = [];
        for (const deeds of list) {
          forum.time.now += 90_000;
          await Promise.all(deeds.map((each) => tried(act(forum, posts, decisions, each))));
          await expectOrder(forum, thread, posts);
        }
      }),
      { numRuns: sequences },
    );
  });
});

/** What is refused is refused with a reason; nothing fails in any other way. */
async function tried(doing: Promise<unknown>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
  });
}

async function act(forum: Moderation, posts: readonly string[], decisions: string[], what: Deed): Promise<void> {
  const { services, tom } = forum;
  const post = posts['post' in what ? what.post : 0] ?? '';
  const decision = 'back' in what ? (decisions.at(-1 - what.back) ?? 'none') : '';
  switch (what.kind) {
    case 'decide': {
      const both = [...new Set([post, posts[what.other] ?? ''])];
      const known = (await Promise.all(both.map(forum.of))).filter(({ id }) => id !== 'undefined');
      if (known.length === 0) return;
      const made = await forum.verdict(what.action, both, forum[what.by as 'mia']);
      if (made.decided.length > 0) decisions.push(made.id);
      expect(made.decided.length + made.refused.length).toBe(both.length);
      return;
    }
    case 'undo':
      await undoDecision(services, decision, forum[what.by as 'mia']);
      return;
    case 'flag':
      return flagPost(services, post, { reason: what.reason }, forum[what.by as 'rose']);
    case 'withdraw':
      return withdrawFlag(services, post, forum[what.by as 'rose']);
    case 'edit': {
      const { version } = await forum.row('forum_posts', 'id = ?', post);
      await editPost(services, post, { version: Number(version), body: `Revised ${version}.` }, tom);
      return;
    }
    case 'take-away':
      await removeOwnPost(services, post, tom);
      return;
    case 'appeal':
      return appeal(services, decision, { body: 'Please look again.', post }, tom);
    case 'answer': {
      const list = JSON.stringify(posts);
      const [open] = await forum.rows(
        `select appeals.id from appeals inner join reviewables on reviewables.id = appeals.reviewable_id
          where appeals.state = 'open' and reviewables.subject_id in (select value from json_each(?))`,
        list,
      );
      await answerAppeal(
        services,
        String(open?.['id']),
        { verdict: what.verdict, answer: 'We looked.' },
        forum[what.by as 'mia'],
      );
      const [made] = await forum.rows(
        "select id from moderation_decisions where action in ('uphold', 'reverse') order by rowid desc limit 1",
      );
      decisions.push(String(made?.['id']));
    }
  }
}

/** Who moves something by the action that stands in the history. */
const moverOf: Record<string, Mover> = {
  queued: 'portal',
  flagged: 'flag',
  'flag-withdrawn': 'withdrawal',
  'hidden-by-flags': 'portal',
  'removed-by-author': 'author',
  edited: 'author',
  appealed: 'appeal',
  uphold: 'answer',
  reverse: 'answer',
  undone: 'undo',
};

const shownAs: Record<ReviewableState, readonly string[]> = {
  pending: ['pending', 'visible', 'hidden', 'removed'],
  approved: ['visible'],
  rejected: ['hidden', 'returned'],
  ignored: ['visible'],
  removed: ['removed'],
};

async function expectOrder(forum: Moderation, thread: string, posts: readonly string[]): Promise<void> {
  for (const post of posts) {
    const { id, row, state, version } = await forum.of(post);
    const visibility = String(await forum.visibility(post));
    if (id === 'undefined') {
      expect(visibility).toBe('visible');
      continue;
    }
    const events = await forum.rows('select * from review_events where reviewable_id = ? order by rowid', id);
    const open = await forum.rows('select * from review_reasons where reviewable_id = ? and outcome is null', id);
    const [appeals] = await forum.rows(
      "select count(*) as count from appeals where reviewable_id = ? and state = 'open'",
      id,
    );
    const hasAppeal = open.some(({ reason }) => reason === 'appeal');

    // The post is shown as the state says; with an open appeal it stays out of sight.
    expect(shownAs[state as ReviewableState]).toContain(visibility);
    if (visibility === 'removed' && state === 'pending') expect(hasAppeal).toBe(true);
    expect(appeals?.['count']).toBe(Number(hasAppeal));
    // What waits has a reason, and what is decided has none that nobody has looked at.
    expect(open.length > 0, `${state} with ${open.length} open reasons`).toBe(state === 'pending');
    expect(Number(row['score'])).toBeCloseTo(open.reduce((sum, { weight }) => sum + Number(weight), 0));
    // The history is whole: each line begins where the one before ended, and goes where it may.
    let before: unknown = null;
    for (const { action, from_state: from, to_state: to } of events) {
      expect(from).toBe(before);
      const mover = moverOf[String(action)] ?? 'moderator';
      if (from !== null) {
        const movers: Mover[] = mover === 'portal' ? ['portal', 'author'] : [mover];
        expect(
          movers.some((each) => mayMove(from as ReviewableState, to as ReviewableState, each)),
          `${String(action)}: ${from as string} to ${String(to)}`,
        ).toBe(true);
      }
      before = to;
    }
    expect(before).toBe(state);
    // Each line is one step of the version; that flags hide a post comes with the flag.
    expect(version).toBe(events.filter(({ action }) => action !== 'hidden-by-flags').length);
  }
  await expectCounts(forum, thread);
}

/** Whatever is counted is what counting anew gives. */
async function expectCounts({ rows }: Moderation, thread: string): Promise<void> {
  const [counted] = await rows(
    `select replies, (select count(*) from forum_posts where thread_id = forum_threads.id and visibility = 'visible' and id <> opening_post_id) as really
      from forum_threads where id = ?`,
    thread,
  );
  expect(counted?.['replies']).toBe(counted?.['really']);
  const members = await rows(`select posts_refused, flags_agreed, flags_disagreed,
    (select count(*) from reviewables where author_id = account_id and verdict in ('rejected', 'removed')) as refused,
    (select count(*) from review_reasons as flag where flag.account_id = forum_members.account_id and outcome = 'agreed') as agreed,
    (select count(*) from review_reasons as flag where flag.account_id = forum_members.account_id and outcome = 'disagreed') as disagreed
    from forum_members`);
  for (const member of members) {
    expect([member['posts_refused'], member['flags_agreed'], member['flags_disagreed']]).toEqual([
      member['refused'],
      member['agreed'],
      member['disagreed'],
    ]);
  }
  const [learnt] =
    await rows(`select (select count(*) from spam_verdicts where is_spam) as spam, (select count(*) from spam_verdicts where not is_spam) as honest,
    coalesce((select sum(spam) from spam_pairs where pair = ''), 0) as spam_counted, coalesce((select sum(honest) from spam_pairs where pair = ''), 0) as honest_counted`);
  expect([learnt?.['spam_counted'], learnt?.['honest_counted']]).toEqual([learnt?.['spam'], learnt?.['honest']]);
}
