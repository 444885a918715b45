import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { mailExample } from './contract.ts';

export const mailOperations: Operations = {
  'GET /api/mails': {
    summary: 'List an example of every mail that the portal sends',
    answer: { status: 200, body: z.strictObject({ examples: z.array(mailExample) }) },
    example: {},
  },
  'GET /api/mails/:kind/:language/:number': {
    summary: 'See an example as its reader would',
    answer: { status: 200, type: 'text/html' },
    problems: ['not-found'],
    example: { params: { kind: 'ticket-received', language: 'en', number: '0' } },
  },
};
