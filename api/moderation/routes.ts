import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import {
  appealAnswer,
  appealInput,
  decisionInput,
  type DecisionResult,
  flagInput,
  levelInput,
  type MemberStanding,
  mergeThreadsInput,
  type ModerationCounts,
  moveInput,
  type OwnStanding,
  type Reviewable,
  type ReviewableDetail,
  type ReviewablePage,
  sanctionInput,
  splitThreadInput,
  type ThreadActResult,
  threadVersion,
  toTicketInput,
  type WatchedWord,
  watchedWordInput,
} from './contract.ts';

/** Stands where a verb is to be. */
function later<T>(): T {
  throw new Problem('internal');
}

/** The queue, and everything moderators decide. */
const queueRoutes = new Hono<Env>()
  .get('/reviewables', allow('moderation:use'), (c) => c.json(later<ReviewablePage>()))
  .get('/counts', allow('moderation:use'), (c) => c.json(later<ModerationCounts>()))
  .get('/reviewables/:id', allow('moderation:use'), (c) => c.json(later<ReviewableDetail>()))
  .put('/reviewables/:id/claim', allow('moderation:use'), (c) => c.json(later<Reviewable>()))
  .delete('/reviewables/:id/claim', allow('moderation:use'), (c) => c.json(later<Reviewable>()))
  .post('/decisions', allow('moderation:use'), input(decisionInput), (c) => c.json(later<DecisionResult>(), 201))
  .delete('/decisions/:id', allow('moderation:use'), (c) => c.json(later<DecisionResult>()))
  .put('/appeals/:id', allow('moderation:use'), input(appealAnswer), (c) => c.json(later<Reviewable>()));

/** Acts on whole threads; each is undone as a decision is. */
const threadRoutes = new Hono<Env>()
  .put('/threads/:number{[0-9]{1,9}}/lock', allow('moderation:use'), input(threadVersion), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .delete('/threads/:number{[0-9]{1,9}}/lock', allow('moderation:use'), input(threadVersion), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .put('/threads/:number{[0-9]{1,9}}/pin', allow('moderation:use'), input(threadVersion), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .delete('/threads/:number{[0-9]{1,9}}/pin', allow('moderation:use'), input(threadVersion), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .put('/threads/:number{[0-9]{1,9}}/archive', allow('moderation:use'), input(threadVersion), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .delete('/threads/:number{[0-9]{1,9}}/archive', allow('moderation:use'), input(threadVersion), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .put('/threads/:number{[0-9]{1,9}}/board', allow('moderation:use'), input(moveInput), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .post('/threads/:number{[0-9]{1,9}}/merge', allow('moderation:use'), input(mergeThreadsInput), (c) =>
    c.json(later<ThreadActResult>()),
  )
  .post('/threads/:number{[0-9]{1,9}}/split', allow('moderation:use'), input(splitThreadInput), (c) =>
    c.json(later<ThreadActResult>(), 201),
  )
  .post('/posts/:id/ticket', allow('moderation:to-ticket'), input(toTicketInput), (c) =>
    c.json(later<{ reference: string; decision: string }>(), 201),
  )
  .post('/threads/:number{[0-9]{1,9}}/article-draft', allow('article-drafts:make'), (c) =>
    c.json(later<{ files: string[] }>(), 201),
  );

/** Members: what they are warned of, and what they may. */
const memberRoutes = new Hono<Env>()
  .get('/members/:id', allow('moderation:use'), (c) => c.json(later<MemberStanding>()))
  .post('/members/:id/sanctions', allow('moderation:sanction'), input(sanctionInput), (c) =>
    c.json(later<MemberStanding>(), 201),
  )
  .delete('/sanctions/:id', allow('moderation:sanction'), (c) => c.json(later<MemberStanding>()))
  .put('/members/:id/level', allow('moderation:sanction'), input(levelInput), (c) => c.json(later<MemberStanding>()));

const wordRoutes = new Hono<Env>()
  .get('/watched-words', allow('moderation:use'), (c) => c.json({ words: later<WatchedWord[]>() }))
  .post('/watched-words', allow('watched-words:change'), input(watchedWordInput), (c) =>
    c.json(later<WatchedWord>(), 201),
  )
  .put('/watched-words/:id', allow('watched-words:change'), input(watchedWordInput), (c) =>
    c.json(later<WatchedWord>()),
  )
  .delete('/watched-words/:id', allow('watched-words:change'), () => later<Response>());

/** What members do towards moderators: flag, see what became of their own posts, and appeal. */
const authorRoutes = new Hono<Env>()
  .post('/posts/:id/flags', allow('forum:post'), input(flagInput), (c) => c.json({ flagged: later<boolean>() }, 201))
  .delete('/posts/:id/flags', allow('forum:post'), () => later<Response>())
  .get('/own', allow('forum:post'), (c) => c.json(later<OwnStanding>()))
  .post('/decisions/:id/appeal', allow('forum:post'), input(appealInput), (c) =>
    c.json({ appealed: later<boolean>() }, 201),
  );

export const moderationRoutes = new Hono<Env>()
  .route('/', queueRoutes)
  .route('/', threadRoutes)
  .route('/', memberRoutes)
  .route('/', wordRoutes)
  .route('/', authorRoutes);
