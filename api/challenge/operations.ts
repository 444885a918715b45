import type { Operations } from '../openapi/operation.ts';
import { proofTask } from './contract.ts';

export const challengeOperations: Operations = {
  'GET /api/challenges/:purpose': {
    summary: 'Get a task to be solved before something is sent',
    description:
      'What comes of it goes with the request, in the header `Mado-Proof` (or the field `proof` of a form): base64url of JSON with `challenge` and `solution`. Good for one request within half an hour, and only for the purpose it was asked for.',
    answer: { status: 200, body: proofTask },
    problems: ['not-found'],
    example: { params: { purpose: 'ticket' } },
  },
};
