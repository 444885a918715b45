import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { blockedSender, customerHistory, customerOrders } from './contract.ts';

const params = { id: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71' };
const history = { status: 200, body: customerHistory } as const;

/** One person and what they did, over every channel. */
export const customerHistoryOperations: Operations = {
  'GET /api/customers/:id/history': {
    summary: 'See what a customer did',
    description:
      'The newest first: the last 50 conversations over every channel, what was let go along with them, and ratings. ' +
      'Of a customer who was merged, whom they are by now.',
    answer: history,
    problems: ['not-found'],
    example: { params },
  },
  'GET /api/customers/:id/orders': {
    summary: 'See what a customer has ordered',
    description: 'Asked of the shop’s own system at that moment; nothing of it is stored.',
    answer: { status: 200, body: customerOrders },
    problems: ['not-found'],
    example: { params },
  },
  'POST /api/customers/:id/merge': {
    summary: 'Make two customers one',
    description: 'Whatever is the other’s goes to this one, what has to be kept along with it. It can be undone.',
    answer: history,
    problems: ['not-found', 'state-changed'],
    example: { params, body: { other: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e72' } },
  },
  'DELETE /api/customers/:id/merges/:merge': {
    summary: 'Make them two again',
    description: 'What went over goes back, with what has come in since through an identity that went over.',
    answer: history,
    problems: ['not-found', 'state-changed'],
    example: { params: { ...params, merge: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e72' } },
  },
  'GET /api/blocked-senders': {
    summary: 'List blocked senders',
    answer: { status: 200, body: z.strictObject({ senders: z.array(blockedSender) }) },
    example: {},
  },
  'POST /api/blocked-senders': {
    summary: 'Block a sender',
    description: 'An address, a number, or a whole domain as `@example.com`. One who is blocked already stays so.',
    answer: { status: 201, body: blockedSender },
    example: { body: { kind: 'email', value: '@spam.example', reason: 'Sends adverts' } },
  },
  'DELETE /api/blocked-senders/:id': {
    summary: 'Let a blocked sender in again',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params },
  },
};
