import type { Operations } from '../openapi/operation.ts';
import { auditEntry, auditPage } from './contract.ts';

export const auditOperations: Operations = {
  'GET /api/audit-log': {
    summary: 'See who did what',
    description:
      'Newest first. What a query names has to be right: a misspelt one is refused, and finds nothing by mistake.',
    answer: { status: 200, body: auditPage },
    example: { query: { targetKind: 'ticket', action: 'tickets:move' } },
  },
  'GET /api/audit-log.csv': {
    summary: 'Save who did what as a table',
    description: 'Everything that the query names, newest first, as CSV. No spreadsheet runs anything of it.',
    answer: { status: 200, type: 'text/csv' },
    example: { query: { targetKind: 'ticket', language: 'en' } },
  },
  'GET /api/audit-log/:id': {
    summary: 'Read one entry',
    answer: { status: 200, body: auditEntry },
    problems: ['not-found'],
    example: { params: { id: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71' } },
  },
};
