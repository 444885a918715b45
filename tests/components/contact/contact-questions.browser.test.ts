import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openTicketInput } from '../../../api/tickets/opening-contract.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { useServer } from '../network.ts';
import { chooseTopic, fieldErrors, letter, opened, openForm, send, topics, write } from './writing.ts';

const asked = () =>
  [...document.querySelectorAll<HTMLElement>('[data-place=questions] [name]')].map((field) =>
    field.getAttribute('name'),
  );
const status = () => find('mado-contact > [role=status]').textContent;

describe('the category of a message', () => {
  it('decides the questions, in place, and says so', async () => {
    openForm({ topics });
    expect(asked()).toEqual([]);
    chooseTopic('返品・交換');
    expect(asked()).toEqual(['answer-order-number', 'answer-size', 'answer-worn']);
    expect(find('a[aria-current]').textContent).toBe('返品・交換');
    await expect.poll(status).toBe('「返品・交換」を選びました。質問が3つあります');
    chooseTopic('その他');
    expect(asked()).toEqual([]);
    await expect.poll(status).toBe('「その他」を選びました');
  });

  it('may change: what was answered stays, and is there again', async () => {
    openForm({ topics });
    chooseTopic('返品・交換');
    await userEvent.fill(fieldNamed('answer-order-number'), 'A-1048-2231');
    await userEvent.fill(fieldNamed('answer-size'), '24.5');
    chooseTopic('ご注文・お支払い');
    expect(fieldNamed('answer-order-number').value).toBe('A-1048-2231');
    chooseTopic('返品・交換');
    expect(fieldNamed('answer-size').value).toBe('24.5');
  });

  it('goes along with the answers, in the shape the API takes, and the receipt shows them', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm({ topics });
    chooseTopic('返品・交換');
    await userEvent.fill(fieldNamed('answer-order-number'), 'A-1048-2231');
    find('[name=answer-worn]').focus();
    (find('[name=answer-worn]') as unknown as HTMLSelectElement).value = 'no';
    await write();
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    const expected = {
      ...letter,
      language: 'ja',
      trail: [],
      category: 'returns',
      answers: { 'order-number': 'A-1048-2231', worn: 'no' },
    };
    expect(sent[0]?.json).toEqual(expected);
    expect(openTicketInput.parse(sent[0]?.json)).toEqual(expected);
    expect([...document.querySelectorAll('.receipt dd')].map((item) => item.textContent)).toEqual([
      'A-1048-2231',
      'いいえ',
    ]);
  });

  it('says at each question what is wrong with its answer, and what would be right', async () => {
    const sent = useServer();
    openForm({ topics });
    chooseTopic('返品・交換');
    await write();
    await userEvent.fill(fieldNamed('answer-size'), '大きめ');
    await send();
    expect(fieldErrors()).toEqual({
      'answer-order-number': '入力してください。',
      'answer-size': '数字で入力してください（例：24.5）。',
    });
    await userEvent.fill(fieldNamed('answer-order-number'), '1048');
    await userEvent.fill(fieldNamed('answer-size'), '245');
    await send();
    expect(fieldErrors()).toEqual({
      'answer-order-number': '形をご確認ください（例：A-1048-2231）。',
      'answer-size': '20から32までの数字で入力してください。',
    });
    expect(sent).toEqual([]);
  });

  it('takes what a Japanese keyboard writes for what it means', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm({ topics });
    chooseTopic('返品・交換');
    await write();
    await userEvent.fill(fieldNamed('answer-order-number'), 'ａー１０４８ー２２３１');
    await userEvent.fill(fieldNamed('answer-size'), '２４．５ｃｍ');
    await send();
    await expect.poll(() => sent).toHaveLength(1);
  });

  it('is kept with what is typed', () => {
    openForm({ topics });
    chooseTopic('返品・交換');
    const field = fieldNamed('answer-order-number');
    field.value = 'A-1048-2231';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    openForm({ topics });
    expect(find('a[aria-current]').textContent).toBe('返品・交換');
    expect(fieldNamed('answer-order-number').value).toBe('A-1048-2231');
  });

  it('shows what the API finds wrong at its question', async () => {
    const title = '入力内容をご確認ください';
    const errors = [{ pointer: '#/answers/order-number', detail: 'その番号は使えません。' }];
    useServer({ problem: { type: '/problems/invalid-input', title, status: 422, errors } });
    openForm({ topics });
    chooseTopic('ご注文・お支払い');
    await userEvent.fill(fieldNamed('answer-order-number'), 'A-1048-2231');
    await write();
    await send();
    await expect.poll(fieldErrors).toEqual({ 'answer-order-number': 'その番号は使えません。' });
    expect(find('[data-slot=problem] a').getAttribute('href')).toBe('#contact-answer-order-number');
  });
});
