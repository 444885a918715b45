import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-accounts.css';
import '../../../../components/desk/customers/mado-desk-blocked.ts';
import type { BlockedSender } from '../../../../api/customers/contract.ts';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, show } from '../../fixtures.ts';
import { useServer } from '../../network.ts';

const createdAt = Date.parse('2026-11-16T10:00:00+09:00');
const adverts: BlockedSender = {
  id: 'b1',
  kind: 'email',
  value: '@spam.example',
  reason: '広告ばかり',
  by: '田中 一郎',
  createdAt,
};
const caller: BlockedSender = {
  id: 'b2',
  kind: 'phone',
  value: '+819011112222',
  reason: '無言電話',
  by: null,
  createdAt,
};
const ok = (...senders: BlockedSender[]) => ({ status: 200, json: { senders } }) as const;

function open(language: 'ja' | 'en' = 'ja') {
  show('', language);
  const element = document.createElement('mado-desk-blocked');
  Object.assign(element, { language, timeZone: 'Asia/Tokyo' });
  find('main').append(element);
  return element;
}

const button = (text: string) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === text) as HTMLButtonElement;
const lines = () => [...document.querySelectorAll('.blocked-list strong')].map(({ textContent }) => textContent);

describe('the blocked senders at the desk', () => {
  it.each(['ja', 'en'] as const)(
    'are listed with why, by whom and since when, also on a phone: %s',
    async (language) => {
      await page.viewport(390, 844);
      useServer(ok(adverts, caller));
      const element = open(language);
      await expect.poll(lines).toEqual(['@spam.example', '+819011112222']);
      expect(find('.blocked-list').textContent).toMatch(/広告ばかり[^]*2026[^]*田中 一郎/);
      await expectAccessible(element);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
      await page.viewport(1280, 800);
    },
  );

  it('are told to be nobody where there are none', async () => {
    useServer(ok());
    open();
    await expect
      .poll(() => find('.field-hint ~ .blocked-list').previousElementSibling?.textContent)
      .toBe('ブロックした送信元はありません。');
  });

  it('are one more by address, number or domain, with a reason', async () => {
    const detail = 'メールアドレス、電話番号、またはドメインの形でご入力ください。';
    const refused = new Problem('invalid-input', { errors: [{ pointer: '#/value', detail }] }).body('ja');
    const sent = useServer(ok(), { problem: refused }, { status: 201, json: caller }, ok(caller));
    const element = open();
    await expect.poll(() => button('ブロックする')).toBeTruthy();
    await userEvent.type(find('[name=value]'), '090');
    await userEvent.type(find('[name=reason]'), '無言電話{Enter}');
    await expect.poll(() => find('.field-error:not([hidden])').textContent).toBe(detail);
    await expectAccessible(element);
    await userEvent.fill(find('[name=value]'), '090-1111-2222');
    await userEvent.click(button('ブロックする'));
    await expect.poll(lines).toEqual(['+819011112222']);
    expect(sent[2]?.json).toEqual({ kind: 'phone', value: '090-1111-2222', reason: '無言電話' });
    expect((find('[name=value]') as HTMLInputElement).value).toBe('');
    expect(find('[role=status]').textContent).toBe('ブロックしました。');
  });

  it('are one fewer by a button that asks first', async () => {
    const sent = useServer(ok(adverts), new Response(null, { status: 204 }), ok());
    const element = open();
    await expect.poll(lines).toEqual(['@spam.example']);
    await userEvent.click(button('解除する'));
    await expect
      .poll(() => find('.account-question').textContent)
      .toContain('@spam.example のブロックを解除しますか。');
    await expectAccessible(element);
    await userEvent.click(button('解除する'));
    await expect.poll(lines).toEqual([]);
    expect(sent[1]).toMatchObject({ method: 'DELETE', path: '/api/blocked-senders/b1' });
    expect(document.activeElement?.tagName).toBe('H2');
  });
});
