import type { Operations } from '../openapi/operation.ts';
import { vote } from './contract.ts';

export const feedbackOperations: Operations = {
  'POST /api/feedback/votes': {
    summary: 'Say whether an article helped',
    answer: { status: 201, body: vote },
    problems: ['not-found', 'key-reused'],
    isOnce: true,
    example: { body: { language: 'ja', kind: 'faq', slug: 'return-policy', helpful: 'no' } },
  },
  'PUT /api/feedback/votes/:id/reason': {
    summary: 'Say why it did not help',
    answer: { status: 204 },
    problems: ['not-found'],
    example: {
      params: { id: '5d0c1f6f2a8b4c3e9b7a6d5c4e3f2a1b' },
      body: { reason: 'incomplete', comment: 'アウトレット品について知りたいです。' },
    },
  },
};
