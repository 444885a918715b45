import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../../http/env.ts';
import { membersPage, returnTo } from './return-to.ts';

/** Pages on which somebody becomes, or shows that they are, a member. */
export const memberPages = ['join', 'sign-in', 'code'] as const;
export type MemberPage = (typeof memberPages)[number];

/** Such a page, with the way back in its forms and links; `null` when the build has none. */
export function drawnPage(c: Context<Env>, page: MemberPage, asked: string | undefined): Promise<string | null> {
  const language = c.get('language');
  const to = returnTo(asked, language);
  const says = texts[language];
  return c.get('services').pages.filled(`/${language}/members/${page}/`, {
    return: html`<input type="hidden" name="then" value="${to}" />`,
    'to-join': html`<a href="${membersPage(language, 'join', to)}">${says.join}</a>`,
    'to-sign-in': html`<a href="${membersPage(language, 'sign-in', to)}">${says.signIn}</a>`,
  });
}

const texts = {
  ja: { join: '会員登録', signIn: 'ログイン' },
  en: { join: 'Register', signIn: 'Sign in' },
};
