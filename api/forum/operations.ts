import type { Operations } from '../openapi/operation.ts';
import {
  forumMember,
  forumPost,
  meTooCount,
  postPicture,
  postSource,
  preview,
  revisionList,
  sentPost,
  thread,
  threadPage,
} from './contract.ts';
import { foundThreads, similar } from './search/contract.ts';

const number = '1';
const id = '01a1e1de-3a80-7000-8000-000000000001';
const sending = ['key-reused', 'post-refused', 'posting-suspended'] as const;
const reviewedFirst =
  'It appears at once unless a moderator is to look at it first: then it is `pending`, and `held` says why.';

export const forumOperations: Operations = {
  'GET /api/forum/threads': {
    summary: 'List threads',
    description:
      'Of a language, or of one board of it; questions by where they stand. Newest first, pinned ones on top of their board.',
    answer: { status: 200, body: threadPage },
    problems: ['not-found'],
    example: { query: { language: 'en', board: 'returns', lane: 'unanswered' } },
  },
  'GET /api/forum/threads/:number{[0-9]{1,9}}': {
    summary: 'Read a thread',
    description:
      'The question, the accepted answer and a page of replies. One that went into another leads there (308).',
    answer: { status: 200, body: thread },
    problems: ['not-found'],
    example: { params: { number }, query: { page: '1' } },
  },
  'GET /api/forum/threads/:number{[0-9]{1,9}}/live': {
    summary: 'Hear when something in a thread is new',
    description:
      'Server-sent events: `thread` with a ThreadChange, at the beginning and at each change; `gone` at the end.',
    answer: { status: 200, type: 'text/event-stream' },
    problems: ['not-found', 'too-many-tries'],
    example: { params: { number }, isSentIn: 'tests/api/forum/live.test.ts' },
  },
  'GET /api/forum/members/:id': {
    summary: 'A member as everybody sees them',
    answer: { status: 200, body: forumMember },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'POST /api/forum/threads': {
    summary: 'Ask a question, or start a talk',
    description: reviewedFirst,
    answer: { status: 201, body: sentPost },
    problems: [...sending, 'not-found'],
    isOnce: true,
    example: {
      body: {
        language: 'en',
        board: 'returns',
        kind: 'question',
        title: 'Can I exchange a gift?',
        body: 'I have no receipt, only the *gift card*.',
      },
    },
  },
  'POST /api/forum/threads/:number{[0-9]{1,9}}/posts': {
    summary: 'Answer in a thread',
    description: reviewedFirst,
    answer: { status: 201, body: sentPost },
    problems: [...sending, 'not-found', 'thread-closed'],
    isOnce: true,
    example: { params: { number }, body: { body: 'The gift card is enough.' } },
  },
  'PUT /api/forum/threads/:number{[0-9]{1,9}}/accepted': {
    summary: 'Say which answer it was',
    description: 'Whoever asked does, or staff; another one takes its place.',
    answer: { status: 200, body: thread },
    problems: ['not-found', 'not-yours', 'state-refused', 'thread-closed'],
    example: { params: { number }, body: { post: id } },
  },
  'DELETE /api/forum/threads/:number{[0-9]{1,9}}/accepted': {
    summary: 'Take back which answer it was',
    answer: { status: 200, body: thread },
    problems: ['not-found', 'not-yours', 'thread-closed'],
    example: { params: { number } },
  },
  'PUT /api/forum/threads/:number{[0-9]{1,9}}/me-too': {
    summary: 'Say that one has the same question',
    description: 'The wording helps others to find the answer; nobody is shown it as it stands.',
    answer: { status: 200, body: meTooCount },
    problems: ['not-found', 'state-refused', 'posting-suspended'],
    example: { params: { number }, body: { wording: 'Do you take back used insoles?' } },
  },
  'DELETE /api/forum/threads/:number{[0-9]{1,9}}/me-too': {
    summary: 'Take that back',
    answer: { status: 200, body: meTooCount },
    problems: ['not-found'],
    example: { params: { number } },
  },
  'POST /api/forum/preview': {
    summary: 'See how a post would look',
    answer: { status: 200, body: preview },
    example: { body: { body: '**Yes**, within 30 days.' } },
  },
  'GET /api/forum/posts/:id/source': {
    summary: 'A post as it was written',
    description: 'Markdown, for editing and for quoting.',
    answer: { status: 200, body: postSource },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'GET /api/forum/posts/:id/revisions': {
    summary: 'How a post was changed',
    description: 'By whom, when and why. What it said before, only its author and moderators are given.',
    answer: { status: 200, body: revisionList },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'PUT /api/forum/posts/:id': {
    summary: 'Edit a post',
    description:
      'Its author does for a while; moderators, who say why. What an author changes is reviewed like a new post.',
    answer: { status: 200, body: sentPost },
    problems: [
      'not-found',
      'not-yours',
      'state-changed',
      'state-refused',
      'thread-closed',
      'post-refused',
      'posting-suspended',
    ],
    example: {
      params: { id },
      body: { version: 1, body: 'Yes, within 30 days of the delivery.', reason: 'Said from when' },
    },
  },
  'DELETE /api/forum/posts/:id': {
    summary: 'Take away a post of one’s own',
    description: 'Moderators can bring it back. A question that was answered stays.',
    answer: { status: 200, body: forumPost },
    problems: ['not-found', 'not-yours', 'state-refused', 'state-changed'],
    example: { params: { id } },
  },
  'POST /api/forum/pictures': {
    summary: 'Upload a picture for a post',
    description: 'One at a time, as `files`. It is drawn anew, and gone after a day unless it is in a post by then.',
    answer: { status: 201, body: postPicture },
    example: { isSentIn: 'tests/api/forum/pictures.test.ts', body: {} },
  },
  'GET /api/forum/pictures/:id': {
    summary: 'See a picture of a post',
    answer: { status: 200, type: 'image/webp' },
    problems: ['not-found'],
    example: { params: { id: 'b1946ac92492d2347c6235b4d2611184' } },
  },
  'GET /api/forum/similar': {
    summary: 'What may answer a question that is being typed',
    description: 'At most three articles and three threads.',
    answer: { status: 200, body: similar },
    example: { query: { language: 'en', title: 'May I return worn insoles?' } },
  },
  'GET /api/forum/search': {
    summary: 'Search threads',
    description: 'Best first. What is new is found within a minute; what was taken out of sight is not found at once.',
    answer: { status: 200, body: foundThreads },
    example: { query: { language: 'en', q: 'insoles', most: '5' } },
  },
};
