import { html } from 'hono/html';
import type { Language } from '../../../content/schema/languages.ts';
import type { Fragment } from '../../http/pages.ts';
import type { Account } from '../contract.ts';
import { membersPage } from './return-to.ts';

/** Who is signed in, for the slot `member` in the head of a page at the address `here`; or the ways in, and back to it. */
export function memberLine(account: Account | null, language: Language, here: string): Fragment {
  const says = texts[language];
  if (!account) {
    return html`<a href="${membersPage(language, 'sign-in', here)}">${says.signIn}</a>
      <a href="${membersPage(language, 'join', here)}">${says.join}</a>`;
  }
  return html`<a class="member-name" href="/${language}/forum/own/" data-member="${account.id}">${account.name}</a>
    <form action="/${language}/members/sign-out" method="post">
      <input type="hidden" name="language" value="${language}" />
      <input type="hidden" name="to" value="${here}" />
      <button class="link-button" type="submit">${says.signOut}</button>
    </form>`;
}

const texts = {
  ja: { signIn: 'ログイン', join: '会員登録', signOut: 'ログアウト' },
  en: { signIn: 'Sign in', join: 'Register', signOut: 'Sign out' },
};
