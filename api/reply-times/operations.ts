import type { Operations } from '../openapi/operation.ts';
import { replyTimesAnswer } from './contract.ts';

export const replyTimeOperations: Operations = {
  'GET /api/reply-times': {
    summary: 'How soon a first answer comes',
    description:
      'What is promised, and the median of the last 30 days in opening time: only of 20 conversations or more, and only where it is better than the promise.',
    answer: { status: 200, body: replyTimesAnswer },
    example: {},
  },
};
