import type { Operations } from '../openapi/operation.ts';
import { articleDraft, movedToTicket } from './contract.ts';

const id = '01a1e1de-3a80-7000-8000-000000000001';

/** What leads from the forum elsewhere. */
export const onwardOperations: Operations = {
  'POST /api/moderation/posts/:id/ticket': {
    summary: 'Make a private request of a post',
    description:
      'Its author’s, with what they wrote; they get the link by mail. The post, with its thread if it opened it, leaves everybody’s sight at once. `decision` undoes that; the request stays.',
    answer: { status: 201, body: movedToTicket },
    problems: ['not-found', 'state-changed', 'state-refused', 'sender-blocked', 'request-erased'],
    example: { params: { id }, body: { version: 1, note: 'Your address was in it.' } },
  },
  'POST /api/moderation/threads/:number{[0-9]{1,9}}/article-draft': {
    summary: 'Make an article of an accepted answer',
    description:
      'As MDX in `data/drafts`, with the beginning of a translation; `npm run drafts:pull` takes it into `content/`. Asked again, it is made anew until its article is published.',
    answer: { status: 201, body: articleDraft },
    problems: ['not-found', 'state-refused'],
    example: { params: { number: '1' }, isSentIn: 'tests/api/forum/articles/drafts.test.ts' },
  },
};
