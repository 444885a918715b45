import { describe, expect, it } from 'vitest';
import { createPages } from '../../../api/http/pages.ts';
import { makePortal } from '../../support/services.ts';
import { mailsOf, makePerson, password } from '../accounts/people-of-tests.ts';
import type { Asks } from '../support/ask.ts';
import { askIn, memberOf } from './support.ts';

const path = '/en/members/account/';
const field = (form: string, name: string) =>
  `<input id="account-${form}-${name}" name="${name}"><p id="account-${form}-${name}-error" hidden></p>`;
const form = (name: string, ...within: string[]) =>
  `<form id="account-${name}"><div data-slot="problem" hidden></div>${within.join('')}</form>`;
const shell = `<html lang="en"><body><nav data-slot="who"></nav><p data-slot="done" hidden></p>
  ${form('profile', field('profile', 'name'), '<select name="mailLanguage"><option value="ja"></option><option value="en"></option></select>')}
  <b data-slot="address"></b>${form('address', field('address', 'email'), '<i data-slot="address-again"></i>')}
  ${form('password', '<i data-slot="password-again"></i>', field('password', 'password'))}<div data-slot="mails"></div></body></html>`;

async function portalWithPage() {
  const pages = createPages(async (asked) => (asked === path ? shell : null));
  return makePortal({ pages });
}

async function send(browser: { ask: Asks }, to: string, fields: Record<string, string>) {
  return browser.ask(`${path}${to}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost:4321' },
    body: new URLSearchParams(fields),
  });
}

describe('the page of one’s own account, without JavaScript', () => {
  it('leads a stranger to where to sign in, and back', async () => {
    const { app } = await portalWithPage();
    const answer = await app.request(path);
    expect(answer.headers.get('Location')).toBe(`/en/members/sign-in/?then=${encodeURIComponent(path)}`);
    expect((await send({ ask: app.request }, 'profile', { name: 'A' })).status).toBe(401);
  });

  it('shows and changes the name and the language of mails', async () => {
    const portal = await portalWithPage();
    const { browser } = await makePerson(portal, 'tom@example.com', 'member');
    const before = await browser.ask(path);
    expect(before.headers.get('Cache-Control')).toContain('no-store');
    expect(await before.text()).toContain('value="tom"');
    const answer = await send(browser, 'profile', { name: 'Towpath Tom', mailLanguage: 'ja' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${path}?done=profile`]);
    expect(await browser.read('/api/account')).toMatchObject({ name: 'Towpath Tom', language: 'ja' });
    const after = await (await browser.ask(`${path}?done=profile`)).text();
    expect(after).toContain('Your changes are saved.');
    expect((await browser.ask(`${path}profile`)).headers.get('Location')).toBe('./');
  });

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const portal = await portalWithPage();
    const { browser } = await makePerson(portal, 'tom@example.com', 'member');
    const answer = await send(browser, 'address', { email: 'new@example.com', currentPassword: 'not this one' });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('That is not your current password.');
    expect(text).toContain('value="new@example.com"');
    expect(text).not.toContain('not this one');
  });

  it('mails the new address, which counts once its link was opened', async () => {
    const portal = await portalWithPage();
    const { browser } = await makePerson(portal, 'tom@example.com', 'member');
    const answer = await send(browser, 'address', { email: 'new@example.com', currentPassword: password });
    expect(answer.headers.get('Location')).toBe(`${path}?done=address`);
    expect((await mailsOf(portal, 'new@example.com')).map(({ kind }) => kind)).toEqual(['address-confirmation']);
    expect(await browser.who()).toBe('tom@example.com');
  });

  it('changes the password, and stays signed in here only', async () => {
    const portal = await portalWithPage();
    const { browser } = await makePerson(portal, 'tom@example.com', 'member');
    const next = 'a walk along the river';
    const answer = await send(browser, 'password', { password: next, currentPassword: password });
    expect(answer.headers.get('Location')).toBe(`${path}?done=password`);
    expect(await browser.who()).toBe('tom@example.com');
    const again = await browser.send('POST', '/api/session', { email: 'tom@example.com', password: next });
    expect(again.status).toBe(201);
  });

  it('lists what one is mailed about, and stops it', async () => {
    const portal = await portalWithPage();
    const rose = await memberOf(portal);
    await askIn(rose);
    await rose.ask('/api/forum/boards/en/returns/subscription', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ every: 'day' }),
    });
    expect(await (await rose.ask(path)).text()).toContain('/en/forum/1/');
    for (const which of [{ thread: '1' }, { board: 'returns', of: 'en' }] as Record<string, string>[]) {
      expect((await send(rose, 'mails', which)).headers.get('Location')).toBe(`${path}?done=mails`);
    }
    expect(await (await rose.ask(path)).text()).toContain('None. You can ask for them below any thread.');
  });
});
