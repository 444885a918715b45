import { z } from 'zod';
import type { Operations } from '../../openapi/operation.ts';

const language = 'en';
const confirmation = { language, token: 'kq3V0bJm4xYF2cRz8TnWdLh6Vh3o0mXq' };
const ending = { language, link: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71.Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2' };

export const noticeMailOperations: Operations = {
  'POST /:language{ja|en}/notices/mail': {
    summary: 'Ask for notices by mail',
    description: 'Sends a mail that asks to confirm it, and answers alike whether the address is known or not.',
    answer: { status: 202, body: z.strictObject({ status: z.literal('asked') }) },
    problems: ['key-reused', 'too-many-tries'],
    isOnce: true,
    example: { params: { language }, body: { email: 'tom@example.com', category: 'delivery' } },
  },
  'GET /:language{ja|en}/notices/mail': {
    summary: 'Go back to the page of notices',
    answer: { status: 303 },
    example: { params: { language } },
  },
  'GET /:language{ja|en}/notices/mail/:step{sent|confirmed|stopped}/': {
    summary: 'The page that says what was done',
    answer: { status: 200, type: 'text/html' },
    problems: ['not-found'],
    example: { params: { language, step: 'sent' } },
  },
  'GET /:language{ja|en}/notices/mail/confirm/:token/': {
    summary: 'The page behind the link of a confirmation',
    description: 'Changes nothing, since programs follow links: its button does.',
    answer: { status: 200, type: 'text/html' },
    problems: ['link-unknown'],
    example: { params: confirmation },
  },
  'POST /:language{ja|en}/notices/mail/confirm/:token/': {
    summary: 'Confirm that notices are wanted',
    answer: { status: 303 },
    problems: ['link-unknown'],
    example: { params: confirmation },
  },
  'GET /:language{ja|en}/notices/mail/stop/:link/': {
    summary: 'The page behind the link that stops notices',
    answer: { status: 200, type: 'text/html' },
    problems: ['link-unknown'],
    example: { params: ending },
  },
  'POST /:language{ja|en}/notices/mail/stop/:link/': {
    summary: 'Stop notices by mail',
    description: 'Also what mail programs send on one click (RFC 8058).',
    answer: { status: 303 },
    problems: ['link-unknown'],
    example: { params: ending },
  },
};
