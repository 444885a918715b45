import type { Operation, Operations } from '../openapi/operation.ts';

const id = 'b1946ac92492d2347c6235b4d2611184';
const request = { language: 'en', token: 'Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2', id };

const saved: Omit<Operation, 'example'> = {
  summary: 'Save an attachment',
  answer: { status: 200, type: '*/*' },
  problems: ['not-found'],
};
const seen: Omit<Operation, 'example'> = {
  summary: 'See the picture that shows an attachment',
  answer: { status: 200, type: 'image/webp' },
  problems: ['not-found'],
};
const linkProblems = ['not-found', 'link-unknown', 'link-expired'] as const;

export const attachmentOperations: Operations = {
  'GET /api/attachments/:id': { ...saved, example: { params: { id } } },
  'GET /api/attachments/:id/preview': { ...seen, example: { params: { id } } },
  'GET /:language{ja|en}/requests/:token/attachments/:id': {
    ...saved,
    summary: 'Save an attachment as the customer',
    problems: linkProblems,
    example: { params: request },
  },
  'GET /:language{ja|en}/requests/:token/attachments/:id/preview': {
    ...seen,
    summary: 'See the picture that shows an attachment, as the customer',
    problems: linkProblems,
    example: { params: request },
  },
};
