import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { customerRequest } from '../tickets/contract.ts';

const request = { language: 'en', token: 'Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2' };
const linkProblems = ['link-unknown', 'link-expired', 'request-erased'] as const;

export const ownRequestOperations: Operations = {
  'POST /api/own-requests': {
    summary: 'Ask for a link to one’s own requests',
    description: 'Sends a mail to the address. The answer never says whether the address is known.',
    answer: { status: 202, body: z.strictObject({}) },
    example: { body: { email: 'tom@example.com', language: 'en' } },
  },
  'GET /:language{ja|en}/my-requests/:token{[\\w-]{32}}/': {
    summary: 'See one’s own requests',
    answer: { status: 200, type: 'text/html' },
    problems: ['link-expired'],
    example: { params: request, isSentIn: 'tests/api/own-requests/list.test.ts' },
  },
  'POST /:language{ja|en}/requests/:token/state': {
    summary: 'Say that a request is done, or that it is not',
    answer: { status: 200, body: customerRequest },
    problems: [...linkProblems, 'state-refused'],
    example: { params: request, body: { state: 'solved' } },
  },
  'POST /:language{ja|en}/requests/:token/rating': {
    summary: 'Rate a request that is done',
    answer: { status: 200, body: customerRequest },
    problems: [...linkProblems, 'state-refused'],
    example: { params: request, body: { score: 'good' }, isSentIn: 'tests/api/ratings/rate.test.ts' },
  },
};
