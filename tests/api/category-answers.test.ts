import { describe, expect, it } from 'vitest';
import { eraseCustomer } from '../../api/privacy/erase.ts';
import type { OpenTicketInput } from '../../api/tickets/opening-contract.ts';
import { cast } from '../support/cast.ts';
import { problemOf, sendForm } from './support/ask.ts';
import { textAt, valueOf } from './support/html.ts';
import { makeStaffedPortal } from './support/portal.ts';
import { smallPages } from './support/shells.ts';

const exchange: OpenTicketInput = {
  ...cast.hanako,
  subject: 'サイズを交換したい',
  message: '大きすぎました。',
  language: 'ja',
  trail: [],
  category: 'returns',
  answers: { 'order-number': 'A-1048-2231', size: '24.5', worn: 'no', 'bought-on': '2026-11-02' },
};

async function send(changes: Partial<OpenTicketInput>) {
  const portal = await makeStaffedPortal({ pages: smallPages });
  const json = { ...exchange, ...changes };
  const answer = await portal.app.request('/api/tickets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': json.language },
    body: JSON.stringify(json),
  });
  return { ...portal, answer };
}

describe('the category of a ticket', () => {
  it('is kept with the answers, each with its question as the customer read it', async () => {
    const { answer, staff, app } = await send({});
    expect(answer.status).toBe(201);
    const { reference, requestUrl } = (await answer.json()) as { reference: string; requestUrl: string };
    const answers = [
      { id: 'order-number', question: 'ご注文番号', answer: 'A-1048-2231' },
      { id: 'size', question: 'ご希望のサイズ', answer: '24.5 cm' },
      { id: 'worn', question: '屋外でお履きになりましたか', answer: 'いいえ' },
      { id: 'bought-on', question: 'ご注文日', answer: '2026年11月2日' },
    ];
    expect(await staff.read(reference)).toMatchObject({ category: 'returns', answers });
    const page = await (await app.request(requestUrl)).text();
    for (const { question, answer } of answers) {
      expect(page).toContain(question);
      expect(page).toContain(answer);
    }
  });

  it('may be left out, and then there is nothing to answer', async () => {
    const { answer, staff } = await send({ category: undefined, answers: undefined });
    const { reference } = (await answer.json()) as { reference: string };
    expect(await staff.read(reference)).toMatchObject({ category: null, answers: [] });
  });

  it('takes full-width letters, digits and hyphens for what they mean', async () => {
    const { answer, staff } = await send({
      answers: { 'order-number': ' ａー１０４８−２２３１', size: '２４．５ cm' },
    });
    const { reference } = (await answer.json()) as { reference: string };
    const { answers } = await staff.read(reference);
    expect(answers.map(({ answer }) => answer)).toEqual(['A-1048-2231', '24.5 cm']);
  });

  it.for<[what: string, sent: Partial<OpenTicketInput>, pointer: string, detail: string]>([
    ['a question that wants an answer', { answers: {} }, '#/answers/order-number', '入力してください。'],
    [
      'an answer that does not look right',
      { answers: { 'order-number': '1048' } },
      '#/answers/order-number',
      '形をご確認ください（例：A-1048-2231）。',
    ],
    [
      'a number out of range',
      { answers: { 'order-number': 'A-1048-2231', size: '245' } },
      '#/answers/size',
      '20から32までの数字で入力してください。',
    ],
    [
      'no number',
      { answers: { 'order-number': 'A-1048-2231', size: '1e1' } },
      '#/answers/size',
      '数字で入力してください（例：24.5）。',
    ],
    [
      'a choice that there is not',
      { answers: { 'order-number': 'A-1048-2231', worn: 'maybe' } },
      '#/answers/worn',
      '選んでください。',
    ],
    [
      'a day that does not exist',
      { answers: { 'order-number': 'A-1048-2231', 'bought-on': '2026-02-30' } },
      '#/answers/bought-on',
      '日付をご確認ください（例：2026-11-24）。',
    ],
    [
      'a question that is not asked',
      { answers: { 'order-number': 'A-1048-2231', colour: 'red' } },
      '#/answers/colour',
      'この項目は受け付けていません。',
    ],
    [
      'a question without a category',
      { category: undefined },
      '#/answers/order-number',
      'この項目は受け付けていません。',
    ],
    ['a category that there is not', { category: 'moon' }, '#/category', 'ご用件の種類を選び直してください。'],
  ])('is refused with %s, at its field', async ([, sent, pointer, detail]) => {
    const { answer } = await send(sent);
    expect((await problemOf(answer, 'invalid-input', 422)).errors).toContainEqual({ pointer, detail });
  });

  it('says in the language of the customer what is wrong, together with everything else', async () => {
    const { answer } = await send({ language: 'en', subject: '', answers: { 'order-number': 'no idea' } });
    expect((await problemOf(answer, 'invalid-input', 422)).errors).toEqual([
      { pointer: '#/subject', detail: 'Please fill this in.' },
      { pointer: '#/answers/order-number', detail: 'Please check this: it looks like A-1048-2231.' },
    ]);
  });

  it.for<[string, unknown]>([
    ['a list', ['A-1048-2231']],
    ['a number', { 'order-number': 3 }],
    ['far too long', { 'order-number': 'A'.repeat(501) }],
  ])('is refused with answers that are %s', async ([, answers]) => {
    const { answer } = await send({ answers: answers as Record<string, string> });
    expect(answer.status).toBe(422);
  });

  it('forgets the answers with the customer', async () => {
    const { services } = await send({});
    const answers = async () =>
      (await services.db.raw.execute('select answers from conversations')).rows[0]?.['answers'];
    expect(await answers()).toContain('A-1048-2231');
    const { rows } = await services.db.raw.execute('select id from customers');
    await eraseCustomer(services, { customerId: rows[0]?.['id'] as string, way: 'staff', accountId: null });
    expect(await answers()).toBe('[]');
  });
});

describe('the questions of a category without JavaScript', () => {
  const filledIn = {
    language: 'ja',
    category: 'returns',
    subject: '返品したい',
    message: '大きすぎました。',
    email: cast.hanako.email,
    name: '',
    'answer-order-number': 'A-1048-2231',
    'answer-size': '',
    'answer-worn': 'no',
  };

  it('are fields of the form, and what stays empty is not answered', async () => {
    const { app, staff } = await makeStaffedPortal({ pages: smallPages });
    const answer = await sendForm(app.request, '/api/tickets', filledIn);
    expect(answer.status).toBe(303);
    const page = await (await app.request(answer.headers.get('Location') ?? '')).text();
    const { answers } = await staff.read(textAt(page, '.reference') ?? '');
    expect(answers.map(({ id, answer }) => [id, answer])).toEqual([
      ['order-number', 'A-1048-2231'],
      ['worn', 'いいえ'],
    ]);
  });

  it('come back on the page of their category, as they were typed, with what is wrong at its field', async () => {
    const { app } = await makeStaffedPortal({ pages: smallPages });
    const answer = await sendForm(app.request, '/api/tickets', { ...filledIn, 'answer-order-number': '１０４８' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(valueOf(page, 'answer-order-number')).toBe('１０４８');
    expect(valueOf(page, 'category')).toBe('returns');
    expect(textAt(page, '#contact-answer-order-number-error')).toBe('形をご確認ください（例：A-1048-2231）。');
    expect(page).toContain('<a href="#contact-answer-order-number">ご注文番号</a>');
  });
});
