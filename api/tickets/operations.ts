import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { customerRequest, ticket, ticketPage } from './contract.ts';
import { openedTicket } from './opening-contract.ts';
import { bulkResult } from './changes-contract.ts';

const reference = 'M-2K7F';
const request = { language: 'en', token: 'Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2' };
const linkProblems = ['link-unknown', 'link-expired'] as const;

export const ticketOperations: Operations = {
  'POST /api/tickets': {
    summary: 'Open a ticket',
    description: 'What the contact form sends. The answer holds the address of the customer’s private page.',
    answer: { status: 201, body: openedTicket },
    problems: ['key-reused', 'sender-blocked'],
    isOnce: true,
    example: {
      body: {
        name: 'Tom Baker',
        email: 'tom@example.com',
        subject: 'Wrong colour',
        message: 'I ordered brown, and these are black.',
        language: 'en',
        trail: [{ kind: 'search', query: 'exchange colour', at: 1_794_793_500_000 }],
      },
    },
  },
  'GET /api/tickets': {
    summary: 'List tickets',
    answer: { status: 200, body: ticketPage },
    example: { query: { view: 'all', priority: 'normal' } },
  },
  'GET /api/tickets/:reference': {
    summary: 'Read a ticket',
    answer: { status: 200, body: ticket },
    problems: ['not-found'],
    example: { params: { reference } },
  },
  'POST /api/tickets/:reference/messages': {
    summary: 'Reply to a customer',
    description: 'The ticket then waits for them, unless they wrote something after the version that was seen.',
    answer: { status: 201, body: ticket },
    problems: ['not-found', 'key-reused', 'merged'],
    isOnce: true,
    example: { params: { reference }, body: { message: 'The brown pair is on its way to you.', version: 1 } },
  },
  'DELETE /api/tickets/:reference/messages/:id': {
    summary: 'Take back a reply of one’s own',
    description: 'For ten seconds, until `takeBackUntil`. Nothing leaves, and the ticket stands as it did before.',
    answer: { status: 200, body: ticket },
    problems: ['not-found', 'state-refused', 'merged'],
    example: { params: { reference, id: '01a1e1de-3a80-7000-8000-000000000001' } },
  },
  'PUT /api/tickets/:reference/properties': {
    summary: 'Change who answers a ticket, its priority, category, subject, tags or rest',
    description: 'What is left out stays; `null` takes away. Each change is a line of the history.',
    answer: { status: 200, body: ticket },
    problems: ['not-found', 'state-changed', 'merged'],
    example: { params: { reference }, body: { version: 1, priority: 'high', tags: ['exchange'] } },
  },
  'POST /api/tickets/:reference/notes': {
    summary: 'Add an internal note',
    description: 'For staff only: nothing that customers see or get a copy of holds it.',
    answer: { status: 201, body: ticket },
    problems: ['not-found', 'key-reused', 'merged'],
    isOnce: true,
    example: { params: { reference }, body: { body: 'The warehouse has one brown pair left. I put it aside.' } },
  },
  'POST /api/tickets/:reference/articles': {
    summary: 'Note that a customer was led to an article',
    answer: { status: 201, body: ticket },
    problems: ['not-found', 'merged'],
    example: { params: { reference }, body: { url: '/ja/faq/return-policy/' } },
  },
  'POST /api/tickets/:reference/merge': {
    summary: 'Let another ticket go into this one',
    description:
      'Both are of the same customer. Messages, files, notes and history go over, and the other’s private link opens this one.',
    answer: { status: 200, body: z.strictObject({ undo: z.string(), ticket }) },
    problems: ['not-found', 'state-changed', 'merged', 'other-customer'],
    example: { params: { reference }, body: { version: 1, other: 'M-7XQ2' } },
  },
  'POST /api/tickets/:reference/split': {
    summary: 'Make messages a ticket of their own',
    answer: { status: 201, body: z.strictObject({ undo: z.string(), ticket }) },
    problems: ['not-found', 'state-changed', 'merged'],
    example: {
      params: { reference },
      body: { version: 1, messages: ['01a1e1de-3a80-7000-8000-000000000001'], subject: 'A gift card, too' },
    },
  },
  'POST /api/tickets/bulk': {
    summary: 'Change several tickets at once',
    description:
      'Each is changed only if it is still at its version; the others are named in `refused`, with the slug of the reason.',
    answer: { status: 200, body: bulkResult },
    example: { body: { tickets: [{ reference, version: 1 }], priority: 'high', addTags: ['exchange'] } },
  },
  'POST /api/tickets/changes/:id/undo': {
    summary: 'Undo a change of several tickets, a merge or a split',
    description: 'Within seven days, and where nobody has changed a ticket since.',
    answer: { status: 200, body: bulkResult },
    problems: ['not-found', 'state-changed'],
    example: { params: { id: '01a1e1de-3a80-7000-8000-000000000001' } },
  },
  'PUT /api/tickets/:reference/state': {
    summary: 'Move a ticket to another state',
    answer: { status: 200, body: ticket },
    problems: ['not-found', 'state-refused', 'state-changed', 'merged'],
    example: { params: { reference }, body: { state: 'solved', version: 1 } },
  },
  'GET /:language{ja|en}/requests/:token': {
    summary: 'Go to the private page of a request',
    answer: { status: 308 },
    example: { params: request },
  },
  'GET /:language{ja|en}/requests/:token/': {
    summary: 'The private page of a request',
    description: 'The whole conversation as its customer sees it, with a form to write back.',
    answer: { status: 200, type: 'text/html' },
    problems: linkProblems,
    example: { params: request },
  },
  'GET /:language{ja|en}/requests/:token/messages': {
    summary: 'Go back to the private page',
    answer: { status: 303 },
    example: { params: request },
  },
  'POST /:language{ja|en}/requests/:token/messages': {
    summary: 'Write back as the customer',
    answer: { status: 201, body: customerRequest },
    problems: [...linkProblems, 'key-reused', 'sender-blocked'],
    isOnce: true,
    example: { params: request, body: { message: 'Thank you! Shall I send the black pair back first?' } },
  },
};
