import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../../../api/problem.ts';
import '../../../../components/desk/mado-desk-sign-in.ts';
import '../../../../components/desk/mado-desk.ts';
import { expectAccessible } from '../../accessible.ts';
import { fieldNamed, find, listen, show } from '../../fixtures.ts';
import { useServer } from '../../network.ts';
import { button, said, stand } from './standing.ts';

const token = 'A'.repeat(32);

describe('the way in', () => {
  it('takes address and password, and keeps them when the API does not answer', async () => {
    const sent = useServer('unreachable', { status: 201, json: { signedIn: true } });
    const element = await stand('mado-desk-sign-in');
    const heard = listen('mado-signed-in');
    await userEvent.fill(fieldNamed('email'), 'aya@aruku.example');
    await userEvent.fill(fieldNamed('password'), 'a walk before breakfast');
    await userEvent.keyboard('{Enter}');
    await expect.poll(said).toContain('接続できません');
    await expectAccessible(element);
    expect(fieldNamed('password').value).toBe('a walk before breakfast');
    await userEvent.click(button('ログイン'));
    await expect.poll(() => heard.length).toBe(1);
    expect(sent[1]).toMatchObject({
      path: '/api/session',
      json: { email: 'aya@aruku.example', password: 'a walk before breakfast' },
    });
  });

  it('sends a link instead, or one for a new password, and says the same to everybody', async () => {
    const sent = useServer({ status: 201, json: { asked: true } }, { status: 201, json: { asked: true } });
    const element = await stand('mado-desk-sign-in');
    for (const [way, path] of [
      ['メールでリンクを受け取る', '/api/sign-in-links'],
      ['パスワードをお忘れの方', '/api/password-resets'],
    ] as const) {
      await userEvent.click(button(way));
      await userEvent.fill(fieldNamed('email'), 'nobody@example.jp');
      await userEvent.click(button('リンクを送る'));
      await expect.poll(said).toContain('登録されていれば');
      expect(sent.at(-1)).toMatchObject({ path, json: { email: 'nobody@example.jp' } });
    }
    await expectAccessible(element);
    await userEvent.click(button('ログイン画面に戻る'));
    expect(document.querySelector('[name=password]')).not.toBeNull();
  });

  it('asks for a code then, or a recovery code, with the field ready', async () => {
    const sent = useServer(
      { problem: new Problem('wrong-code').body('ja') },
      { status: 201, json: { signedIn: true } },
    );
    const element = await stand('mado-desk-sign-in', { next: 'code' });
    const heard = listen('mado-signed-in');
    await expect.poll(() => document.activeElement).toBe(fieldNamed('code'));
    expect(fieldNamed('code').autocomplete).toBe('one-time-code');
    await userEvent.fill(fieldNamed('code'), '000000');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement).toBe(find('.problem'));
    await expectAccessible(element);
    await userEvent.click(button('認証アプリを使えない場合'));
    await userEvent.fill(fieldNamed('code'), '1d2czk-ayg1wf-f2jgdy-ac7mjz');
    await userEvent.click(button('確認する'));
    await expect.poll(() => heard.length).toBe(1);
    expect(sent.map(({ json }) => json)).toEqual([{ code: '000000' }, { recoveryCode: '1d2czk-ayg1wf-f2jgdy-ac7mjz' }]);
  });

  it('leads through setting a second step up, up to the codes that are shown once', async () => {
    const qrSvg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
    const recoveryCodes = ['1d2czk-ayg1wf-f2jgdy-ac7mjz', '7sehw3-hrj42c-h09y3p-2nhx0c'];
    useServer(
      { status: 201, json: { secret: 'K7SBDKE3', uri: 'otpauth://totp/x', qrSvg } },
      { status: 200, json: { recoveryCodes } },
    );
    const element = await stand('mado-desk-sign-in', { next: 'totp-set-up' });
    const heard = listen('mado-signed-in');
    await expectAccessible(element);
    await userEvent.click(button('2段階認証を設定する'));
    await expect.poll(() => document.activeElement).toBe(fieldNamed('code'));
    const picture = find('.account-qr') as HTMLImageElement;
    await expect.poll(() => picture.complete && picture.naturalWidth > 0).toBe(true);
    await expectAccessible(element);
    await userEvent.keyboard('123456{Enter}');
    await expect.poll(() => document.activeElement?.id).toBe('recovery-codes');
    expect([...document.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual(recoveryCodes);
    await expectAccessible(element);
    expect(heard).toEqual([]);
    await userEvent.click(button('控えました'));
    expect(heard).toHaveLength(1);
  });
});

describe('a link from a mail', () => {
  it('does nothing until somebody presses the button', async () => {
    const sent = useServer({ status: 201, json: { signedIn: true } });
    const element = await stand('mado-desk-sign-in', { link: { kind: 'sign-in', token } });
    const heard = listen('mado-signed-in');
    await expectAccessible(element);
    await expect.poll(() => document.activeElement).toBe(button('ログインする'));
    expect(sent).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => heard.length).toBe(1);
    expect(sent).toMatchObject([{ path: '/api/session/link', json: { token } }]);
  });

  it('says that it has ended, and leads back', async () => {
    useServer({ problem: new Problem('link-unknown').body('ja') });
    const element = await stand('mado-desk-sign-in', { link: { kind: 'sign-in', token } });
    const heard = listen('mado-signed-in');
    await userEvent.click(button('ログインする'));
    await expect.poll(said).toContain('期限切れか、すでに使われています');
    await expectAccessible(element);
    await userEvent.click(button('ログイン画面に戻る'));
    expect(heard).toHaveLength(1);
  });

  it('makes the account of somebody who was invited, with a password or none', async () => {
    const offer = { email: 'aya@aruku.example', role: 'agent', language: 'ja' };
    const sent = useServer({ status: 200, json: offer }, { status: 201, json: { signedIn: true } });
    const element = await stand('mado-desk-sign-in', { link: { kind: 'invitation', token } });
    await expect.poll(() => document.querySelector('.account-facts')?.textContent).toContain('aya@aruku.example');
    expect(find('.account-facts').textContent).toContain('担当者');
    await expectAccessible(element);
    await userEvent.fill(fieldNamed('name'), '青木 彩');
    await userEvent.click(button('アカウントをつくる'));
    await expect
      .poll(() => sent[1])
      .toMatchObject({
        path: '/api/invitation',
        json: { token, name: '青木 彩', language: 'ja' },
      });
  });

  it('says at the field why a password is refused', async () => {
    const errors = [{ pointer: '#/password', detail: 'よく使われるパスワードです。' }];
    useServer({ problem: new Problem('invalid-input', { errors }).body('ja') });
    await stand('mado-desk-sign-in', { link: { kind: 'password-reset', token } });
    await userEvent.fill(fieldNamed('password'), 'password123');
    await userEvent.click(button('設定する'));
    await expect.poll(() => find('.field-error').textContent).toBe('よく使われるパスワードです。');
    expect(fieldNamed('password').getAttribute('aria-invalid')).toBe('true');
  });

  it('is taken out of the address, and comes before all else, in the language of the mail', async () => {
    useServer({ status: 200, json: { account: null } });
    await page.viewport(390, 844);
    show('');
    document.body.replaceChildren();
    history.replaceState(null, '', `${location.pathname}?language=en#address=${token}`);
    const desk = document.createElement('mado-desk');
    document.body.append(desk);
    await expect.poll(() => document.querySelector('h2')?.textContent).toBe('Your new address');
    expect(location.hash + location.search).toBe('');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await expectAccessible(desk);
  });
});
