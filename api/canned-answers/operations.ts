import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { cannedAnswer } from './contract.ts';

const id = '01a1e1de-3a80-7000-8000-000000000001';
const body = {
  name: 'Where to send shoes back',
  ja: '{{customer}} 様\n\n返送先は納品書の裏面に記載しています。',
  en: 'Dear {{customer}},\n\nthe address is on the back of the delivery note.',
};

export const cannedAnswerOperations: Operations = {
  'GET /api/canned-answers': {
    summary: 'List ready answers',
    description: 'A text may hold variables, such as `{{customer}}`, which whoever replies fills.',
    answer: { status: 200, body: z.strictObject({ answers: z.array(cannedAnswer) }) },
    example: {},
  },
  'POST /api/canned-answers': {
    summary: 'Make a ready answer',
    answer: { status: 201, body: cannedAnswer },
    problems: ['name-taken'],
    example: { body },
  },
  'PUT /api/canned-answers/:id': {
    summary: 'Change a ready answer',
    answer: { status: 200, body: cannedAnswer },
    problems: ['not-found', 'name-taken'],
    example: { params: { id }, body },
  },
  'DELETE /api/canned-answers/:id': {
    summary: 'Delete a ready answer',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params: { id } },
  },
  'POST /api/canned-answers/:id/uses': {
    summary: 'Count that a ready answer went into a reply',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params: { id } },
  },
};
