import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { mailInAccepted, mailInViews, receivedMailPage, receivedMailWithText } from './contract.ts';

const params = { id: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71' };

export const mailInOperations: Operations = {
  'POST /api/mail-in': {
    summary: 'Hand in a mail that came for the portal',
    description:
      'The body is the raw mail (message/rfc822), at most 50 MB. `Content-Digest` holds its SHA-256 (RFC 9530), and ' +
      '`Mado-Signature: t=<seconds>,v1=<hex>` the HMAC-SHA-256, with MAIL_IN_SECRET, of `<seconds>.<Content-Digest>`. ' +
      'Once it is answered, the mail is kept; the same mail handed in again is kept once.',
    answer: { status: 202, body: mailInAccepted },
    problems: ['not-found', 'wrong-signature', 'unsupported-media-type', 'malformed-body', 'body-too-large'],
    example: { isSentIn: 'tests/api/mail-in/inbound.test.ts' },
  },
  'GET /api/received-mails': {
    summary: 'List mails that came in',
    answer: { status: 200, body: receivedMailPage },
    query: z.object({ view: z.enum(mailInViews).default('quarantined'), after: z.string().optional() }),
    example: { query: { view: 'quarantined' } },
  },
  'GET /api/received-mails/:id': {
    summary: 'Read a mail that came in, as plain text',
    answer: { status: 200, body: receivedMailWithText },
    problems: ['not-found'],
    example: { params },
  },
  'GET /api/received-mails/:id/raw': {
    summary: 'Download a mail that came in, as it came',
    answer: { status: 200, type: 'text/plain' },
    problems: ['not-found'],
    example: { params },
  },
  'POST /api/received-mails/:id/decision': {
    summary: 'Try a mail again, put it away, or make a conversation of it',
    answer: { status: 200, body: receivedMailWithText },
    problems: ['not-found', 'state-refused'],
    example: { params, body: { decision: 'dismiss' } },
  },
};
