import type { Operations } from '../../openapi/operation.ts';
import { ticket } from '../../tickets/contract.ts';

export const callOperations: Operations = {
  'POST /api/calls': {
    summary: 'Log a call',
    description:
      'Opens a conversation of whoever has the number or the address, or continues the one that is named. Numbers may be written as people do: without a country code they are Japanese.',
    answer: { status: 201, body: ticket },
    problems: ['not-found', 'sender-blocked', 'key-reused'],
    isOnce: true,
    example: {
      body: {
        caller: '090-1234-5678',
        subject: 'Which size to take',
        message: 'Her feet are 24.5 cm long and broad. Recommended 25.0.',
        language: 'en',
        isSolved: true,
      },
    },
  },
};
