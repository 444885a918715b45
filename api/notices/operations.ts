import { z } from 'zod';
import type { Operations } from '../openapi/operation.ts';
import { noticePage, noticePreview, noticeViews, noticeWithHistory, publicNotices } from './contract.ts';

const params = { id: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71' };
const text = {
  ja: '台風の影響で、九州へのお届けが1〜2日遅れています。',
  en: 'Parcels to Kyushu arrive one or two days late because of the typhoon.',
};
const late = {
  kind: 'delay',
  severity: 'minor',
  title: { ja: '九州へのお届けが遅れています', en: 'Parcels to Kyushu are late' },
  text,
  categories: ['delivery'],
};
const changeProblems = ['not-found', 'state-refused', 'state-changed'] as const;

export const noticeOperations: Operations = {
  'GET /api/notices': {
    summary: 'List notices',
    answer: { status: 200, body: noticePage },
    query: z.object({ view: z.enum(noticeViews).default('current'), after: z.string().optional() }),
    example: { query: { view: 'current' } },
  },
  'POST /api/notices': {
    summary: 'Publish a notice',
    description: 'Readers see it from its start on: at once, unless it names one.',
    answer: { status: 201, body: noticeWithHistory },
    problems: ['key-reused'],
    isOnce: true,
    example: { body: late },
  },
  'POST /api/notices/preview': {
    summary: 'See a notice as readers will',
    answer: { status: 200, body: noticePreview },
    example: { body: late },
  },
  'GET /api/notices/:id': {
    summary: 'Read a notice',
    answer: { status: 200, body: noticeWithHistory },
    problems: ['not-found'],
    example: { params },
  },
  'PUT /api/notices/:id': {
    summary: 'Rewrite a notice',
    description: 'What stood there before is kept.',
    answer: { status: 200, body: noticeWithHistory },
    problems: changeProblems,
    example: { params, body: { ...late, severity: 'major', startsAt: 1_794_790_000_000, version: 1 } },
  },
  'POST /api/notices/:id/updates': {
    summary: 'Say how things stand',
    description: 'With `isSolved`, that is also the end of the notice.',
    answer: { status: 201, body: noticeWithHistory },
    problems: [...changeProblems, 'key-reused'],
    isOnce: true,
    example: {
      params,
      body: {
        text: { ja: '本日より通常どおりお届けします。', en: 'Parcels are on time again.' },
        isSolved: true,
        version: 1,
      },
    },
  },
  'PUT /api/notices/:id/end': {
    summary: 'End a notice',
    answer: { status: 200, body: noticeWithHistory },
    problems: changeProblems,
    example: { params, body: { version: 1 } },
  },
  'PUT /api/notices/:id/withdrawal': {
    summary: 'Take a notice back, or show it again',
    answer: { status: 200, body: noticeWithHistory },
    problems: changeProblems,
    example: { params, body: { isWithdrawn: true, version: 1 } },
  },
  'GET /notices/:file': {
    summary: 'Current notices, for programs',
    description: 'One file a language: `ja.json`, `en.json`. The same file is exported for other web servers.',
    answer: { status: 200, body: publicNotices },
    problems: ['not-found'],
    example: { params: { file: 'en.json' } },
  },
  'GET /:language{ja|en}/notices': {
    summary: 'Go to the page of notices',
    answer: { status: 308 },
    example: { params: { language: 'en' } },
  },
  'GET /:language{ja|en}/notices/': {
    summary: 'Notices, current and past, as a page',
    answer: { status: 200, type: 'text/html' },
    problems: ['not-found'],
    example: { params: { language: 'en' } },
  },
  'GET /:language{ja|en}/notices/feed.xml': {
    summary: 'Notices as an Atom feed',
    answer: { status: 200, type: 'application/atom+xml' },
    problems: ['not-found'],
    example: { params: { language: 'en' } },
  },
};
