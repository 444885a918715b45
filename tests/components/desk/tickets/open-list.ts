import { page } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-nav.css';
import '../../../../components/desk/tickets/mado-desk-tickets.ts';
import type { Account } from '../../../../api/accounts/contract.ts';
import type { Colleagues } from '../../../../api/desk/contract.ts';
import { find, show } from '../../fixtures.ts';

export const makoto: Account = {
  id: 'a1',
  email: 'makoto@aruku.example',
  name: '高橋 誠',
  language: 'ja',
  role: 'agent',
};

export const colleagues: Colleagues = {
  teams: [{ id: 't1', name: '返品チーム' }],
  agents: [
    { id: 'a1', name: '高橋 誠', teams: ['t1'] },
    { id: 'a2', name: '青木 彩', teams: [] },
  ],
  tags: ['返品', '交換'],
  channels: [
    { id: 'web', name: { ja: 'ウェブ', en: 'Web' } },
    { id: 'email', name: { ja: 'メール', en: 'E-mail' } },
    { id: 'phone', name: { ja: '電話', en: 'Phone' } },
  ],
};

interface Opening {
  hash?: string;
  language?: 'ja' | 'en';
  width?: number;
  account?: Account;
}

/** Puts the list on a page with that address. */
export async function openList({ hash = '', language = 'ja', width = 1280, account = makoto }: Opening = {}) {
  await page.viewport(width, 800);
  show('', language);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const list = document.createElement('mado-desk-tickets');
  const categories = [{ slug: 'returns', name: { ja: '返品・交換', en: 'Returns' } }];
  Object.assign(list, { language, timeZone: 'Asia/Tokyo', account, categories });
  find('main').append(list);
  return list;
}

export const lines = () => [...document.querySelectorAll<HTMLAnchorElement>('.desk-tickets a')];
export const references = () => lines().map((line) => line.querySelector('.reference')?.textContent);
export const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.row-select input')];
export const selected = () => boxes().map(({ checked }) => checked);

/** The button within the page that says this. */
export function button(text: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === text,
  );
  if (!found) throw new Error(`No button says ${text}`);
  return found;
}
