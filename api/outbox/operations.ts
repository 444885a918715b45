import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { outboxMailWithText, outboxPage, outboxViews } from './contract.ts';

const params = { id: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71' };

export const outboxOperations: Operations = {
  'GET /api/outbox': {
    summary: 'List mails that have left, wait or could not leave',
    answer: { status: 200, body: outboxPage },
    query: z.object({ view: z.enum(outboxViews).default('waiting'), after: z.string().optional() }),
    example: { query: { view: 'waiting' } },
  },
  'GET /api/outbox/:id': {
    summary: 'Read a mail',
    answer: { status: 200, body: outboxMailWithText },
    problems: ['not-found'],
    example: { params },
  },
  'GET /api/outbox/:id/preview': {
    summary: 'See a mail as its reader will',
    answer: { status: 200, type: 'text/html' },
    problems: ['not-found'],
    example: { params },
  },
  'PUT /api/outbox/:id/state': {
    summary: 'Let a mail go out again, or call it off',
    answer: { status: 200, body: outboxMailWithText },
    problems: ['not-found', 'state-refused'],
    example: { params, body: { state: 'cancelled' } },
  },
};
