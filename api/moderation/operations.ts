import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import {
  decisionResult,
  memberStanding,
  moderationCounts,
  ownStanding,
  reviewable,
  reviewableDetail,
  reviewablePage,
  threadActResult,
} from './contract.ts';

const id = '01a1e1de-3a80-7000-8000-000000000001';
const number = '1';
const version = 2;
const sentIn = { isSentIn: 'tests/api/moderation/routes.test.ts' };
const acts = ['not-found', 'state-changed', 'state-refused'] as const;
const onThreads = 'Done as a decision: `decision` undoes it, whatever was answered since.';

/** What moderators look at and decide. */
const queueOperations: Operations = {
  'GET /api/moderation/reviewables': {
    summary: 'List what moderators look at',
    description:
      'What waits: the urgent and the weightiest first, then the oldest. What was decided: the latest first.',
    answer: { status: 200, body: reviewablePage },
    example: { query: { state: 'pending', language: 'en', kind: 'post' } },
  },
  'GET /api/moderation/counts': {
    summary: 'Count what waits for moderators',
    answer: { status: 200, body: moderationCounts },
    example: {},
  },
  'GET /api/moderation/reviewables/:id': {
    summary: 'Read one of the queue with its history',
    answer: { status: 200, body: reviewableDetail },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'PUT /api/moderation/reviewables/:id/claim': {
    summary: 'Claim one of the queue',
    description: 'For ten minutes, or until it is decided: nobody else decides it meanwhile.',
    answer: { status: 200, body: reviewable },
    problems: ['not-found', 'claimed'],
    example: { params: { id } },
  },
  'DELETE /api/moderation/reviewables/:id/claim': {
    summary: 'Give up a claim of one’s own',
    answer: { status: 200, body: reviewable },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'POST /api/moderation/decisions': {
    summary: 'Decide on one or many',
    description:
      'Each is decided only if it is still at its version; the others stand in `refused` with the reason. Authors hear of it two minutes later, unless it is undone.',
    answer: { status: 201, body: decisionResult },
    example: { body: { items: [{ id, version: 1 }], action: 'hide', rule: 'kind', note: 'Please be kind.' } },
  },
  'DELETE /api/moderation/decisions/:id': {
    summary: 'Undo a decision, an answer to an appeal, a sanction, or an act on a thread',
    description: 'Of several things, those that nobody has changed since.',
    answer: { status: 200, body: decisionResult },
    problems: ['not-found', 'state-changed'],
    example: { params: { id } },
  },
  'PUT /api/moderation/appeals/:id': {
    summary: 'Answer an appeal',
    description: 'Not whoever decided, as long as there is another moderator.',
    answer: { status: 200, body: reviewable },
    problems: ['not-found', 'state-changed', 'claimed'],
    example: { params: { id }, body: { verdict: 'reversed', answer: 'You are right, and we are sorry.' } },
  },
};

const does = { lock: 'Lock a thread', pin: 'Pin a thread', archive: 'Archive a thread' };
const undoes = { lock: 'Unlock a thread', pin: 'Unpin a thread', archive: 'Open an archived thread again' };

const threadOperations: Operations = {
  ...Object.fromEntries(
    (['lock', 'pin', 'archive'] as const).flatMap((act) => {
      const operation = {
        description: onThreads,
        answer: { status: 200 as const, body: threadActResult },
        problems: acts,
      };
      const example = { params: { number }, body: { version } };
      return [
        [`PUT /api/moderation/threads/:number{[0-9]{1,9}}/${act}`, { ...operation, summary: does[act], example }],
        [
          `DELETE /api/moderation/threads/:number{[0-9]{1,9}}/${act}`,
          { ...operation, summary: undoes[act], example: { ...example, ...sentIn } },
        ],
      ];
    }),
  ),
  'PUT /api/moderation/threads/:number{[0-9]{1,9}}/board': {
    summary: 'Move a thread to another board',
    description: onThreads,
    answer: { status: 200, body: threadActResult },
    problems: acts,
    example: { params: { number }, body: { version, board: 'delivery' } },
  },
  'POST /api/moderation/threads/:number{[0-9]{1,9}}/merge': {
    summary: 'Let a thread go into another',
    description: `${onThreads} Its address leads to the other.`,
    answer: { status: 200, body: threadActResult },
    problems: acts,
    example: { params: { number }, body: { version, into: 2 } },
  },
  'POST /api/moderation/threads/:number{[0-9]{1,9}}/split': {
    summary: 'Make answers a thread of their own',
    description: onThreads,
    answer: { status: 201, body: threadActResult },
    problems: acts,
    example: { params: { number }, body: { version, posts: [id], title: 'Drying insoles' } },
  },
};

const memberOperations: Operations = {
  'GET /api/moderation/members/:id': {
    summary: 'What moderators know of a member',
    answer: { status: 200, body: memberStanding },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'POST /api/moderation/members/:id/sanctions': {
    summary: 'Warn, silence or suspend a member',
    description:
      'Silenced, their posts wait for moderators; suspended, they neither post nor flag. They read it in a mail.',
    answer: { status: 201, body: memberStanding },
    problems: ['not-found', 'state-changed', 'state-refused'],
    example: {
      params: { id },
      body: { version: 1, kind: 'silence', rule: 'kind', reason: 'Please calm down.', until: 1_797_000_000_000 },
    },
  },
  'DELETE /api/moderation/sanctions/:id': {
    summary: 'Lift a sanction',
    answer: { status: 200, body: memberStanding },
    problems: ['not-found', 'state-refused'],
    example: { params: { id } },
  },
  'PUT /api/moderation/members/:id/level': {
    summary: 'Set a member’s level of trust',
    answer: { status: 200, body: memberStanding },
    problems: ['not-found', 'state-changed', 'state-refused'],
    example: { params: { id }, body: { version: 1, level: 2, isFixed: true } },
  },
  'POST /api/moderation/posts/:id/flags': {
    summary: 'Flag a post',
    description: 'Once for each member. Flags that weigh enough together hide a post until a moderator has looked.',
    answer: { status: 201, body: z.strictObject({ flagged: z.boolean() }) },
    problems: ['not-found', 'state-refused', 'posting-suspended', 'too-many-tries'],
    example: { params: { id }, body: { reason: 'private', detail: 'There is a phone number in it.' }, ...sentIn },
  },
  'DELETE /api/moderation/posts/:id/flags': {
    summary: 'Withdraw one’s flag',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'GET /api/moderation/own': {
    summary: 'Oneself in the forum, and what became of one’s posts',
    answer: { status: 200, body: ownStanding },
    example: {},
  },
  'POST /api/moderation/decisions/:id/appeal': {
    summary: 'Appeal against a decision on one’s own post',
    description: 'Once. Somebody else than who decided looks at it.',
    answer: { status: 201, body: z.strictObject({ appealed: z.boolean() }) },
    problems: ['not-found', 'state-refused'],
    example: { params: { id }, body: { body: 'That is the number of a size, not of a phone.' }, ...sentIn },
  },
};

export const moderationOperations: Operations = { ...queueOperations, ...threadOperations, ...memberOperations };
