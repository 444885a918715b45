import { z } from 'zod';
import { accountOperations } from '../accounts/operations.ts';
import { ownAccountOperations } from '../accounts/own/operations.ts';
import { peopleOperations } from '../accounts/people/operations.ts';
import { attachmentOperations } from '../attachments/operations.ts';
import { auditOperations } from '../audit/operations.ts';
import { cannedAnswerOperations } from '../canned-answers/operations.ts';
import { challengeOperations } from '../challenge/operations.ts';
import { customerHistoryOperations } from '../customers/operations.ts';
import { replyTimeOperations } from '../reply-times/operations.ts';
import { deskOperations } from '../desk/operations.ts';
import { callOperations } from '../channels/phone/operations.ts';
import { feedbackOperations } from '../feedback/operations.ts';
import { accountPageOperations } from '../forum/account-page/operations.ts';
import { forumPageOperations } from '../forum/pages/operations.ts';
import { forumOperations } from '../forum/operations.ts';
import { subscriptionOperations } from '../forum/subscriptions/operations.ts';
import { healthOperations } from '../health/operations.ts';
import { mailOperations } from '../mail/operations.ts';
import { moderationOperations } from '../moderation/operations.ts';
import { onwardOperations } from '../moderation/onward-operations.ts';
import { noticeOperations } from '../notices/operations.ts';
import { watchedWordOperations } from '../moderation/word-operations.ts';
import { noticeMailOperations } from '../notices/subscriptions/operations.ts';
import { mailInOperations } from '../mail-in/operations.ts';
import { outboxOperations } from '../outbox/operations.ts';
import { ownRequestOperations } from '../own-requests/operations.ts';
import { customerOperations, myDataOperations } from '../privacy/operations.ts';
import { ticketOperations } from '../tickets/operations.ts';
import type { Operations } from './operation.ts';

const ownOperations: Operations = {
  'GET /api/openapi.json': {
    summary: 'This description',
    description: 'OpenAPI 3.1, made of the routes and contracts of the running portal.',
    answer: { status: 200, body: z.looseObject({ openapi: z.literal('3.1.1') }) },
    example: {},
  },
  'GET /api/reference/': { summary: 'Go to the reference', answer: { status: 303 }, example: {} },
  'GET /:language{ja|en}/api-reference/': {
    summary: 'This description, as a page',
    answer: { status: 200, type: 'text/html' },
    example: { params: { language: 'en' } },
  },
};

/** What the reference is made of, by feature, in its order. */
export const allOperations: Readonly<Record<string, Operations>> = {
  Tickets: ticketOperations,
  Desk: deskOperations,
  Calls: callOperations,
  'Ready answers': cannedAnswerOperations,
  Attachments: attachmentOperations,
  Moderation: { ...moderationOperations, ...onwardOperations },
  Forum: { ...forumOperations, ...subscriptionOperations },
  'Forum pages': { ...forumPageOperations, ...accountPageOperations },
  'Watched words': watchedWordOperations,
  Notices: noticeOperations,
  'Notices by mail': noticeMailOperations,
  Feedback: feedbackOperations,
  'Proof of work': challengeOperations,
  'Reply times': replyTimeOperations,
  Accounts: accountOperations,
  'Own account': ownAccountOperations,
  People: peopleOperations,
  'My requests': ownRequestOperations,
  'My data': myDataOperations,
  Customers: { ...customerHistoryOperations, ...customerOperations },
  Outbox: outboxOperations,
  'Mail in': mailInOperations,
  'Examples of mails': mailOperations,
  'Audit log': auditOperations,
  Portal: { ...healthOperations, ...ownOperations },
};
