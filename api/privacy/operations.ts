import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { customer, customerPage, customerSummary, customerViews, personalData, retentionLine } from './contract.ts';

const params = { id: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71' };
const language = 'en';
const token = 'Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2';
const asked = { status: 202, body: z.strictObject({}) } as const;
const page = { status: 200, type: 'text/html' } as const;
const linkProblems = ['link-unknown', 'link-expired'] as const;

/** What customers do about their own data. */
export const myDataOperations: Operations = {
  'POST /api/my-data': {
    summary: 'Ask for a copy of one’s data, or for its erasure',
    description: 'Sends a mail with a link, and answers alike whether the address is known or not.',
    answer: asked,
    problems: ['too-many-tries'],
    example: { body: { email: 'tom@example.com', what: 'copy', language } },
  },
  'POST /:language{ja|en}/requests/:token/data': {
    summary: 'Ask for the same on the private page of a request',
    description: 'The mail goes to the address of the customer.',
    answer: asked,
    problems: [...linkProblems, 'too-many-tries'],
    example: { params: { language, token }, body: { what: 'copy' } },
  },
  'GET /:language{ja|en}/requests/:token/:file{data\\.(?:json|html)}': {
    summary: 'Save what belongs to one request',
    description: 'As JSON, or as a page to be read: `data.html`.',
    answer: { status: 200, body: personalData },
    problems: linkProblems,
    example: { params: { language, token, file: 'data.json' } },
  },
  'GET /:language{ja|en}/my-data/:token{[\\w-]{32}}/': {
    summary: 'The page behind the link of a mail',
    description: 'Changes nothing, since programs follow links: its button does.',
    answer: page,
    problems: ['link-expired'],
    example: { params: { language, token } },
  },
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/copy': {
    summary: 'Get a copy of one’s data',
    description: 'As a page, from where it can be had as JSON for a quarter of an hour; or as JSON.',
    answer: page,
    problems: ['link-expired'],
    example: { params: { language, token }, body: { format: 'html' } },
  },
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/erasure': {
    summary: 'Have one’s data erased',
    description: 'While something has to be kept, a page with the status 409 says what, and until when.',
    answer: page,
    problems: ['link-expired'],
    example: { params: { language, token } },
  },
};

/** What staff do with the data of customers. */
export const customerOperations: Operations = {
  'GET /api/customers': {
    summary: 'List customers',
    answer: { status: 200, body: customerPage },
    query: z.object({ view: z.enum(customerViews).default('all'), after: z.string().optional() }),
    example: { query: { view: 'all' } },
  },
  'POST /api/customers/find': {
    summary: 'Find a customer by address',
    description: 'The address is sent in the body: it does not belong in a log.',
    answer: { status: 200, body: customerSummary },
    problems: ['not-found'],
    example: { body: { email: 'tom@example.com' } },
  },
  'GET /api/customers/:id': {
    summary: 'See what is held about a customer',
    answer: { status: 200, body: customer },
    problems: ['not-found'],
    example: { params },
  },
  'POST /api/customers/:id/export': {
    summary: 'Get a copy of what is held about a customer',
    description: 'As JSON, or as a page. Who gets one is in the audit log.',
    answer: { status: 200, body: personalData },
    problems: ['not-found'],
    example: { params, body: { format: 'json', language } },
  },
  'POST /api/customers/:id/erasure': {
    summary: 'Erase a customer',
    description: 'For ever. Answers how many rows went, by table.',
    answer: { status: 200, body: z.strictObject({ counts: z.record(z.string(), z.int()) }) },
    problems: ['not-found', 'legal-hold'],
    example: { params },
  },
  'POST /api/customers/:id/holds': {
    summary: 'Keep a customer, or one request, from being erased',
    answer: { status: 201, body: customer },
    problems: ['not-found'],
    example: { params, body: { reason: 'A dispute about the bill', until: 1_799_990_000_000 } },
  },
  'DELETE /api/customers/:id/holds/:hold': {
    summary: 'Let it be erased again',
    answer: { status: 200, body: customer },
    problems: ['not-found'],
    example: { params: { ...params, hold: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e72' } },
  },
  'GET /api/retention': {
    summary: 'See what the daily job will delete',
    answer: { status: 200, body: z.strictObject({ kinds: z.array(retentionLine) }) },
    example: {},
  },
};
