import { describe, expect, it } from 'vitest';
import { returnTo } from '../../../api/accounts/pages/return-to.ts';
import { makePortal } from '../../support/services.ts';
import { browserOf, mailsOf, makePerson, password } from './people-of-tests.ts';

const email = 'hanako@example.jp';
const thread = '/ja/forum/12/';

describe('the way back', () => {
  it.each([thread, '/en/forum/delivery/', '/ja/forum/12/?page=2', '/ja/forum/own/', '/ja/members/account/'])(
    'leads to %s',
    (to) => {
      expect(returnTo(to, 'ja')).toBe(to);
    },
  );

  it.each([
    'https://evil.example/ja/',
    '//evil.example/ja/',
    '/\\evil.example/ja/',
    '/ja/..//evil.example/',
    '/ja/%0d%0aLocation:/',
    '/ja/forum/\n',
    'javascript:alert(1)',
    '/desk/',
    '/api/session',
    '/ja/../api/session',
    '/ja/members/sign-in/',
    `/ja/${'a'.repeat(400)}/`,
    '',
    undefined,
  ])('never to another site, nor in a circle: %s', (to) => {
    expect(returnTo(to, 'ja')).toBe('/ja/forum/');
  });
});

/** A form that somebody came to from a page. */
function form(fields: Record<string, string>, from = thread) {
  const body = new URLSearchParams({ language: 'ja', ...fields });
  body.set('then', from);
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost:4321' },
    body,
  };
}

describe('forms of members, sent by a browser without JavaScript', () => {
  it('ask for a link, and lead to the page that says to look for the mail', async () => {
    const portal = await makePortal();
    for (const path of ['/api/registrations', '/api/sign-in-links']) {
      const answer = await portal.app.request(path, form({ email, website: '' }));
      expect(answer.status, path).toBe(303);
      expect(answer.headers.get('Location')).toBe('/ja/members/sent/');
    }
    expect((await mailsOf(portal, email)).map(({ kind }) => kind)).toEqual(['registration', 'sign-in-link']);
  });

  it('sign in, and lead back to where somebody came from', async () => {
    const portal = await makePortal();
    await makePerson(portal, email, 'member');
    const answer = await portal.app.request('/api/session', form({ email, password }));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(thread);
    expect(answer.headers.get('Set-Cookie')).toContain('mado-session=');
    const elsewhere = await portal.app.request('/api/session', form({ email, password }, '//evil.example/'));
    expect(elsewhere.headers.get('Location')).toBe('/ja/forum/');
  });

  it('sign out', async () => {
    const portal = await makePortal();
    await makePerson(portal, email, 'member');
    const answer = await portal.app.request('/ja/members/sign-out', form({}));
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, thread]);
  });
});

describe('links in mails', () => {
  it('lead members to the help centre, and staff to the desk', async () => {
    const portal = await makePortal();
    await makePerson(portal, email, 'member');
    await makePerson(portal, 'aya@aruku.example', 'agent');
    const browser = browserOf(portal);
    const linkTo = async (address: string) => {
      await browser.send('POST', '/api/sign-in-links', { email: address });
      const [mail] = await mailsOf(portal, address);
      return mail?.text?.blocks.find((block) => 'url' in block)?.url;
    };
    expect(await linkTo(email)).toMatch(/\/(ja|en)\/members\/link\/#sign-in=/);
    expect(await linkTo('aya@aruku.example')).toMatch(/\/desk\/\?language=(ja|en)#sign-in=/);
  });
});
