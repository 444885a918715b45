import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { watchedWord } from './contract.ts';

const id = '01a1e1de-3a80-7000-8000-000000000001';
const body = { language: 'en', pattern: 'casino*', action: 'queue', note: 'Never about shoes' };

export const watchedWordOperations: Operations = {
  'GET /api/moderation/watched-words': {
    summary: 'List watched words',
    answer: { status: 200, body: z.strictObject({ words: z.array(watchedWord) }) },
    example: {},
  },
  'POST /api/moderation/watched-words': {
    summary: 'Watch for a word',
    description:
      'Latin words and words in katakana are found as a whole, other Japanese wherever it stands; `*` stands for anything ' +
      'within a word. It is kept as it is compared: in small letters, half width, without accents.',
    answer: { status: 201, body: watchedWord },
    problems: ['name-taken'],
    example: { body },
  },
  'PUT /api/moderation/watched-words/:id': {
    summary: 'Change a watched word',
    answer: { status: 200, body: watchedWord },
    problems: ['not-found', 'name-taken'],
    example: { params: { id }, body },
  },
  'DELETE /api/moderation/watched-words/:id': {
    summary: 'Stop watching for a word',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params: { id } },
  },
};
