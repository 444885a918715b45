// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-nav.css';
import '../../../../components/account/account.css';
import '../../../../site/styles/desk-accounts.css';
import type { LitElement } from 'lit';
import type { OwnAccount, Person } from '../../../../api/accounts/contract.ts';
import { find, show } from '../../fixtures.ts';

/** Puts an element of the desk on a page, with its properties. */
export async function stand<N extends keyof HTMLElementTagNameMap>(
  name: N,
  properties: Partial<HTMLElementTagNameMap[N]> = {},
): Promise<HTMLElementTagNameMap[N]> {
  show('<h1 class="visually-hidden">受付デスク</h1>');
  const element = document.createElement(name);
  Object.assign(element, { language: 'ja', timeZone: 'Asia/Tokyo', ...properties });
  find('main').append(element);
  await (element as unknown as LitElement).updateComplete;
  return element;
}

export const own: OwnAccount = {
  id: '1',
  email: 'aya@aruku.example',
  name: '青木 彩',
  language: 'ja',
  role: 'agent',
  hasPassword: true,
  createdAt: 0,
  lastSignInAt: 0,
  teams: [],
  totp: { isOn: false, isRequired: false, recoveryCodesLeft: 0 },
};

export const person: Person = {
  id: '00000000-0000-7000-8000-000000000001',
  email: 'aya@aruku.example',
  name: '青木 彩',
  role: 'agent',
  isSuspended: false,
  teams: [],
  hasTotp: true,
  createdAt: 0,
  lastSignInAt: null,
};

/** The button that says this. */
export function button(text: string): HTMLElement {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === text);
  if (!found) throw new Error(`No button says ${text}`);
  return found;
}

export const said = () => document.querySelector('.problem, .account-done:not(:empty)')?.textContent?.trim();
