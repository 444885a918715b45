import type { Operations } from '../openapi/operation.ts';
import { customerRequest, openedTicket, ticket, ticketPage } from './contract.ts';

const reference = 'M-2K7F';
const request = { language: 'en', token: 'Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2' };
const linkProblems = ['link-unknown', 'link-expired'] as const;

export const ticketOperations: Operations = {
  'POST /api/tickets': {
    summary: 'Open a ticket',
    description: 'What the contact form sends. The answer holds the address of the customer’s private page.',
    answer: { status: 201, body: openedTicket },
    problems: ['key-reused'],
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
    problems: ['not-found', 'key-reused'],
    isOnce: true,
    example: { params: { reference }, body: { message: 'The brown pair is on its way to you.', version: 1 } },
  },
  'PUT /api/tickets/:reference/state': {
    summary: 'Move a ticket to another state',
    answer: { status: 200, body: ticket },
    problems: ['not-found', 'state-refused', 'state-changed'],
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
    problems: [...linkProblems, 'key-reused'],
    isOnce: true,
    example: { params: request, body: { message: 'Thank you! Shall I send the black pair back first?' } },
  },
};
