import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { colleagues, notificationWish, presence, savedView, searchPage, viewCounts } from './contract.ts';

const reference = 'M-2K7F';
const id = '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71';

export const deskOperations: Operations = {
  'GET /api/desk/colleagues': {
    summary: 'See who tickets can be given to',
    answer: { status: 200, body: colleagues },
    example: {},
  },
  'GET /api/desk/counts': {
    summary: 'Count the tickets of each view',
    description: 'Up to 1,000 of each, for whoever asks.',
    answer: { status: 200, body: viewCounts },
    example: {},
  },
  'GET /api/desk/search': {
    summary: 'Search conversations',
    description:
      'By messages, notes, subjects, tags, references, and customers’ names, addresses and numbers. Every part between spaces has to be there: Japanese anywhere, words of other scripts from their beginning. What changed last comes first.',
    answer: { status: 200, body: searchPage },
    example: { query: { q: 'sizes' } },
  },
  'GET /api/desk/live': {
    summary: 'Hear what changes, as it does',
    description:
      'Server-sent events. `ready` says where it begins, `ticket` and `presence` what changed (data: `LiveEvent`), `reload` that what happened since `Last-Event-ID` is not known any more. Each event has an id to go on from within an hour.',
    answer: { status: 200, type: 'text/event-stream' },
    problems: ['too-many-tries'],
    example: { isSentIn: 'tests/api/desk/live.test.ts' },
  },
  'GET /api/desk/views': {
    summary: 'List saved views',
    answer: { status: 200, body: z.strictObject({ views: z.array(savedView) }) },
    example: {},
  },
  'POST /api/desk/views': {
    summary: 'Save a view',
    description: 'Fifty of them at most.',
    answer: { status: 201, body: savedView },
    problems: ['too-many-tries'],
    example: {
      body: {
        name: 'Urgent returns',
        isShared: true,
        filter: { view: 'to-answer', category: 'returns', priority: 'urgent' },
      },
    },
  },
  'PUT /api/desk/views/:id': {
    summary: 'Change a saved view',
    description: 'One’s own: its name, whether others see it, and what it lists.',
    answer: { status: 200, body: savedView },
    problems: ['not-found'],
    example: {
      isSentIn: 'tests/api/desk/shared-things.test.ts',
      params: { id },
      body: { name: 'Late returns', filter: { view: 'mine', tag: 'late' } },
    },
  },
  'DELETE /api/desk/views/:id': {
    summary: 'Delete a saved view',
    description: 'One’s own; owners delete those that others share, too.',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { isSentIn: 'tests/api/desk/shared-things.test.ts', params: { id } },
  },
  'PUT /api/desk/presence/:reference': {
    summary: 'Say that you are at a ticket',
    description: 'Forgotten after 30 seconds. Answers with who else is there.',
    answer: { status: 200, body: z.strictObject({ present: z.array(presence) }) },
    problems: ['not-found'],
    example: { params: { reference }, body: { isWriting: true } },
  },
  'DELETE /api/desk/presence/:reference': {
    summary: 'Say that you have left a ticket',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params: { reference } },
  },
  'GET /api/desk/notifications': {
    summary: 'See which new tickets you are mailed about',
    answer: { status: 200, body: notificationWish },
    example: {},
  },
  'PUT /api/desk/notifications': {
    summary: 'Choose which new tickets you are mailed about',
    answer: { status: 200, body: notificationWish },
    example: { body: { newTickets: 'team' } },
  },
  'GET /api/desk/export.csv': {
    summary: 'Save conversations as a table',
    description:
      'Those opened in a period, a line each. No spreadsheet runs anything of it. The audit log has who did.',
    answer: { status: 200, type: 'text/csv' },
    example: { query: { language: 'en' } },
  },
  'GET /api/desk/export.json': {
    summary: 'Save conversations with everything that was said',
    answer: { status: 200, body: z.array(z.looseObject({ reference: z.string() })) },
    example: { query: { from: '0' } },
  },
};
