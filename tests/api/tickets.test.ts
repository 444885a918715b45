import { describe, expect, it } from 'vitest';
import type { OpenTicketInput } from '../../api/tickets/opening-contract.ts';
import { cast } from '../support/cast.ts';
import { makePortal, mondayMorning } from '../support/services.ts';

const wrongSize: OpenTicketInput = {
  ...cast.hanako,
  subject: '違うサイズが届きました',
  message: '24.5を注文しましたが、25.5が届きました。',
  language: 'ja',
  trail: [
    { kind: 'search', query: 'サイズ違い', at: mondayMorning - 60_000 },
    {
      kind: 'page',
      url: '/ja/faq/wrong-size-delivered/',
      title: '注文と違うサイズが届きました',
      at: mondayMorning - 30_000,
    },
  ],
};

describe('opening a ticket', () => {
  it('gives a reference people can say, a private link, and the promised time in opening hours', async () => {
    const { api } = await makePortal();
    const opened = await (await api.tickets.$post({ json: wrongSize })).json();
    expect(opened.reference).toMatch(/^M-[2-9B-Z]{4}$/);
    expect(opened.requestUrl).toMatch(/^\/ja\/requests\/[\w-]{32}\/$/);
    expect(opened.promisedBy).toBe(Date.parse('2026-11-16T18:00:00+09:00'));
  });

  it.for([true, false])('says whether replies are mailed (a mail server: %s), to a retry, too', async (isSending) => {
    const { api } = await makePortal({ outbox: { isSending, wake: () => undefined } });
    const headers = { 'Idempotency-Key': 'a-key-of-this-test' };
    for (const attempt of [1, 2]) {
      const opened = await (await api.tickets.$post({ json: wrongSize }, { headers })).json();
      expect([attempt, opened.isAnsweredByMail]).toEqual([attempt, isSending]);
    }
  });

  it('gives the same ticket to a retry with the same key, and refuses the key for other content', async () => {
    const { api, services } = await makePortal();
    const headers = { 'Idempotency-Key': 'a-key-of-this-test' };
    const first = await (await api.tickets.$post({ json: wrongSize }, { headers })).json();
    const again = await (await api.tickets.$post({ json: wrongSize }, { headers })).json();
    expect(again).toEqual(first);
    const { rows } = await services.db.raw.execute('select count(*) as count from conversations');
    expect(rows[0]?.['count']).toBe(1);
    await expect(api.tickets.$post({ json: { ...wrongSize, subject: '別の件' } }, { headers })).rejects.toMatchObject({
      problem: { type: '/problems/key-reused', status: 422 },
    });
  });

  it('makes one ticket of twenty requests that race with one key', async () => {
    const { api, services } = await makePortal();
    const headers = { 'Idempotency-Key': 'a-key-in-a-hurry' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await api.tickets.$post({ json: wrongSize }, { headers })).json()),
    );
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    const { rows } = await services.db.raw.execute('select count(*) as count from messages');
    expect(rows[0]?.['count']).toBe(1);
  });

  it('keeps one customer for one address, however it is written', async () => {
    const { api, services } = await makePortal();
    await api.tickets.$post({ json: wrongSize });
    await api.tickets.$post({ json: { ...wrongSize, email: 'Hanako@Example.jp', subject: 'もう一件' } });
    const { rows } = await services.db.raw.execute('select count(*) as count from customers');
    expect(rows[0]?.['count']).toBe(1);
  });
});

describe('the address of a customer', () => {
  it.each(['taro..x@docomo.ne.jp', 'taro.@docomo.ne.jp', 'o/k@ezweb.ne.jp', "o'neil+shop@mail.example.com"])(
    'may be %s',
    async (email) => {
      const { api } = await makePortal();
      expect((await api.tickets.$post({ json: { ...wrongSize, email } })).status).toBe(201);
    },
  );

  it.each(['nobody@nowhere', 'two@at@example.jp', 'hanako@example.jp\r\nBcc: all@example.jp', '花子@example.jp'])(
    'is not %j',
    async (email) => {
      const { api } = await makePortal();
      await expect(api.tickets.$post({ json: { ...wrongSize, email } })).rejects.toMatchObject({
        problem: { status: 422, errors: [{ pointer: '#/email' }] },
      });
    },
  );
});
