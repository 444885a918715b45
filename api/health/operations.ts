import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { readiness } from './readiness.ts';

export const healthOperations: Operations = {
  'GET /healthz': {
    summary: 'See whether the process answers',
    answer: { status: 200, body: z.strictObject({ status: z.literal('ok') }) },
    example: {},
  },
  'GET /readyz': {
    summary: 'See whether to send requests here',
    description: 'Asks the database. While something is in the way, the same is answered with the status 503.',
    answer: { status: 200, body: readiness },
    example: {},
  },
};
