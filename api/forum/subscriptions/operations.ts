import { z } from 'zod';
import type { Operations } from '../../openapi/operation.ts';
import { ownSubscription, subscriptionInput } from './contract.ts';

const language = 'en';
const params = { number: '1' };
const ofBoard = { language, board: 'returns' };
const link = '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71.Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2';

export const subscriptionOperations: Operations = {
  'GET /api/forum/subscriptions': {
    summary: 'What I have subscribed to',
    answer: { status: 200, body: z.strictObject({ subscriptions: z.array(ownSubscription) }) },
    example: {},
  },
  'PUT /api/forum/threads/:number{[0-9]{1,9}}/subscription': {
    summary: 'Hear of a thread by mail',
    description: 'Of each post, or once a day. Whoever begins a thread hears of each post in it until they stop it.',
    answer: { status: 200, body: subscriptionInput },
    problems: ['not-found'],
    example: { params, body: { every: 'day' } },
  },
  'DELETE /api/forum/threads/:number{[0-9]{1,9}}/subscription': {
    summary: 'Hear no more of a thread',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params },
  },
  'PUT /api/forum/boards/:language{ja|en}/:board/subscription': {
    summary: 'Hear by mail of everything new on a board',
    answer: { status: 200, body: subscriptionInput },
    problems: ['not-found'],
    example: { params: ofBoard, body: { every: 'day' } },
  },
  'DELETE /api/forum/boards/:language{ja|en}/:board/subscription': {
    summary: 'Hear no more of a board',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params: ofBoard },
  },
  'GET /:language{ja|en}/forum/mail/stop/:scope{one|all}/:link/': {
    summary: 'The page behind the link that stops mails of the forum',
    answer: { status: 200, type: 'text/html' },
    problems: ['link-unknown'],
    example: { params: { language, scope: 'one', link } },
  },
  'POST /:language{ja|en}/forum/mail/stop/:scope{one|all}/:link/': {
    summary: 'Stop mails of the forum',
    description: 'Of one subscription, or all. Also what mail programs send on one click (RFC 8058).',
    answer: { status: 303 },
    problems: ['link-unknown'],
    example: { params: { language, scope: 'one', link } },
  },
  'GET /:language{ja|en}/forum/mail/stopped/': {
    summary: 'The page that says that mails have stopped',
    answer: { status: 200, type: 'text/html' },
    problems: ['not-found'],
    example: { params: { language } },
  },
};
