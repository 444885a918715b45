import type { Operation, Operations } from '../../openapi/operation.ts';
import type { ProblemSlug } from '../../problem.ts';

const test = 'tests/api/forum/pages/pages.test.ts';
const language = 'en';
const number = '1';
const board = 'returns';
const id = '01a1e1de-3a80-7000-8000-000000000001';
const sending = ['not-signed-in', 'post-refused', 'posting-suspended'] as const;

function page(summary: string, params: Record<string, string>): Operation {
  return {
    summary,
    answer: { status: 200, type: 'text/html' },
    problems: ['not-found'],
    example: { params, isSentIn: test },
  };
}

function file(summary: string, type: string, params: Record<string, string>): Operation {
  return { summary, answer: { status: 200, type }, problems: ['not-found'], example: { params, isSentIn: test } };
}

function form(
  summary: string,
  params: Record<string, string>,
  body: object,
  problems: readonly ProblemSlug[],
): Operation {
  return {
    summary,
    description: 'As a form of a page sends it without JavaScript: leads to what came of it.',
    answer: { status: 303 },
    problems: [...problems],
    example: { params, body, isSentIn: test },
  };
}

/** The forum’s pages, and what their forms send. */
export const forumPageOperations: Operations = {
  'GET /:language{ja|en}/forum/': page('See the forum', { language }),
  'GET /:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}/': page('See a board', { language, board }),
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}/': page('See a thread', { language, number }),
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}': {
    summary: 'Go to the page of a thread',
    answer: { status: 308 },
    example: { params: { language, number }, isSentIn: test },
  },
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}/:act{posts|me-too|accepted|article-draft}': {
    summary: 'Go back to a thread',
    answer: { status: 303 },
    example: { params: { language, number, act: 'posts' }, isSentIn: test },
  },
  'GET /:language{ja|en}/forum/posts/:id/': {
    summary: 'Go to the place of a post',
    answer: { status: 303 },
    problems: ['not-found'],
    example: { params: { language, id }, isSentIn: test },
  },
  'GET /:language{ja|en}/forum/members/:id/': page('See a member as everybody does', { language, id }),
  'GET /:language{ja|en}/forum/new/': page('See the form for asking', { language }),
  'GET /:language{ja|en}/forum/own/': page('See what became of one’s own posts', { language }),
  'GET /:language{ja|en}/forum/posts/:id/flag': page('See the form for reporting a post', { language, id }),
  'GET /:language{ja|en}/forum/posts/:id/edit': page('See the form for editing a post', { language, id }),
  'GET /:language{ja|en}/forum/feed.xml': file('What was written last', 'application/atom+xml', { language }),
  'GET /:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}/feed.xml': file(
    'What was written last on a board',
    'application/atom+xml',
    { language, board },
  ),
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}/feed.xml': file(
    'What was written last in a thread',
    'application/atom+xml',
    { language, number },
  ),
  'GET /forum/:file{sitemap(?:-[0-9]{1,5})?\\.xml}': file(
    'The pages of the forum, for search engines',
    'application/xml',
    {
      file: 'sitemap.xml',
    },
  ),
  'POST /:language{ja|en}/forum/new/': form(
    'Ask by a form',
    { language },
    { language, board, kind: 'question', title: 'Can I exchange a gift?', body: 'I have no receipt.' },
    sending,
  ),
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/posts': form(
    'Answer by a form',
    { language, number },
    { body: 'The gift card is enough.' },
    [...sending, 'not-found', 'thread-closed'],
  ),
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/me-too': form(
    'Say by a form that one has the same question',
    { language, number },
    { says: 'yes' },
    ['not-signed-in', 'not-found', 'state-refused'],
  ),
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/accepted': form(
    'Say by a form which answer it was',
    { language, number },
    { post: id },
    ['not-signed-in', 'not-found', 'not-yours', 'state-refused', 'thread-closed'],
  ),
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/article-draft': form(
    'Make by a form a draft of an article of the accepted answer',
    { language, number },
    {},
    ['not-signed-in', 'not-allowed', 'not-found', 'state-refused'],
  ),
  'POST /:language{ja|en}/forum/posts/:id/flag': form('Report a post by a form', { language, id }, { reason: 'spam' }, [
    'not-signed-in',
    'not-found',
    'state-refused',
    'posting-suspended',
  ]),
  'POST /:language{ja|en}/forum/posts/:id/appeal': form(
    'Ask by a form for a second look at what was decided on a post',
    { language, id },
    { decision: id, body: 'It was about the shoes, not about her.' },
    ['not-signed-in', 'not-found', 'not-yours', 'state-refused'],
  ),
  'POST /:language{ja|en}/forum/posts/:id/edit': form(
    'Edit a post by a form',
    { language, id },
    { version: 1, body: 'Yes, within 30 days of the delivery.' },
    [...sending, 'not-found', 'not-yours', 'state-changed', 'state-refused', 'thread-closed'],
  ),
  'POST /:language{ja|en}/forum/posts/:id/remove': form('Take back a post by a form', { language, id }, {}, [
    'not-signed-in',
    'not-found',
    'not-yours',
    'state-refused',
  ]),
};
