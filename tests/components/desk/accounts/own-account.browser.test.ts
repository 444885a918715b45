import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../../../api/problem.ts';
import '../../../../components/desk/accounts/mado-desk-account.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, listen } from '../../fixtures.ts';
import { type Answer, useServer } from '../../network.ts';
import { button, own, said, stand } from './standing.ts';

const here = { id: 'a', device: 'Firefox, Windows', createdAt: 0, lastUsedAt: 0, isCurrent: true };
const there = { id: 'b', device: 'Safari, iPhone', createdAt: 0, lastUsedAt: 0, isCurrent: false };
const sessions = (...list: object[]): Answer => ({ status: 200, json: { sessions: list } });

/** No fields of two forms have the same id. */
const fieldIn = (form: string, name: string) => find(`${form} [name="${name}"]`);

const chosen = () => (find('mado-own-news :checked') as HTMLInputElement).value;

async function open(account = own, ...answers: Answer[]) {
  const wish: Answer = { status: 200, json: { newTickets: 'team' } };
  const sent = useServer({ status: 200, json: account }, wish, sessions(here, there), ...answers);
  const element = await stand('mado-desk-account');
  await expect.poll(() => document.querySelectorAll('.account-sessions li').length).toBe(2);
  return { sent, element };
}

describe('my account', () => {
  it.each([1280, 390])('shows everything about it at %i px', async (width) => {
    await page.viewport(width, 844);
    const { element } = await open();
    expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      '基本情報',
      '新しいお問い合わせの通知',
      'メールアドレス',
      'パスワード',
      '2段階認証',
      'ログイン中の端末',
    ]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await expectAccessible(element);
  });

  it('changes name and language, and tells the desk', async () => {
    const { sent } = await open(own, { status: 200, json: own }, { status: 200, json: own });
    const heard = listen('mado-account-changed');
    await userEvent.fill(fieldIn('mado-own-profile', 'name'), '青木 あや');
    await userEvent.click(button('保存する'));
    await expect.poll(said).toBe('保存しました');
    expect(sent[3]).toMatchObject({ method: 'PUT', path: '/api/account', json: { name: '青木 あや', language: 'ja' } });
    expect(heard).toHaveLength(1);
  });

  it('says which new tickets somebody is mailed about, and changes it', async () => {
    const { sent } = await open(own, { status: 200, json: { newTickets: 'all' } });
    expect(chosen()).toBe('team');
    expect(find('mado-own-news').textContent).toContain('まだどのチームにも入っていません');
    await userEvent.click(fieldIn('mado-own-news', 'newTickets'));
    await userEvent.click(button('通知を保存する'));
    await expect.poll(said).toBe('保存しました');
    expect(sent[3]).toMatchObject({ method: 'PUT', path: '/api/desk/notifications', json: { newTickets: 'all' } });
    expect(chosen()).toBe('all');
  });

  it('has no such choice for those who answer no tickets', async () => {
    useServer({ status: 200, json: { ...own, role: 'editor' } }, sessions(here, there));
    await stand('mado-desk-account');
    await expect.poll(() => document.querySelectorAll('.account-sessions li').length).toBe(2);
    expect(document.querySelector('mado-own-news')).toBeNull();
  });

  it('stands also where the desk has said who it is, before all of it is there', async () => {
    useServer({ status: 200, json: own }, { status: 200, json: { newTickets: 'none' } }, sessions(here));
    const { totp: _, ...account } = own;
    await stand('mado-desk-account', { account });
    await expect.poll(() => document.querySelectorAll('.account-sessions li').length).toBe(1);
  });

  it('asks for the password before another address, and says at the field that it is wrong', async () => {
    const errors = [{ pointer: '#/currentPassword', detail: '現在のパスワードが違います。' }];
    const { sent } = await open(own, { problem: new Problem('invalid-input', { errors }).body('ja') });
    await userEvent.fill(fieldIn('mado-own-address', 'email'), 'aya.aoki@aruku.example');
    await userEvent.fill(fieldIn('mado-own-address', 'currentPassword'), 'a wrong one');
    await userEvent.click(button('確認メールを送る'));
    await expect
      .poll(() => find('#mado-own-address-currentPassword-error').textContent)
      .toBe('現在のパスワードが違います。');
    expect(sent[3]?.json).toEqual({ email: 'aya.aoki@aruku.example', currentPassword: 'a wrong one' });
  });

  it('changes the password, and forgets what was typed', async () => {
    await open(own, new Response(null, { status: 204 }), { status: 200, json: own });
    await userEvent.fill(fieldIn('mado-own-password', 'currentPassword'), 'a walk before breakfast');
    await userEvent.fill(fieldIn('mado-own-password', 'password'), 'a walk after supper');
    await userEvent.click(button('変更する'));
    await expect.poll(said).toContain('パスワードを変更しました');
    expect(fieldIn('mado-own-password', 'password')).toHaveProperty('value', '');
  });

  it('asks for no password where there is none', async () => {
    const { element } = await open({ ...own, hasPassword: false });
    expect(document.querySelector('[name=currentPassword]')).toBeNull();
    await expectAccessible(element);
  });

  it('does not offer to turn off a second step that is required', async () => {
    const { element } = await open({ ...own, totp: { isOn: true, isRequired: true, recoveryCodesLeft: 3 } });
    expect(find('mado-own-totp').textContent).toContain('残り3個');
    expect(() => button('解除する')).toThrow();
    await expectAccessible(element);
  });

  it('signs another device out, and keeps a way on for the keyboard', async () => {
    const { sent, element } = await open(own, new Response(null, { status: 204 }), sessions(here));
    await userEvent.click(button('ログアウトさせる'));
    await expect.poll(said).toBe('ログアウトさせました');
    expect(sent[3]).toMatchObject({ method: 'DELETE', path: '/api/account/sessions/b' });
    expect(document.activeElement?.textContent).toBe('ログイン中の端末');
    expect(document.querySelectorAll('.account-sessions li')).toHaveLength(1);
    await expectAccessible(element);
  });
});
