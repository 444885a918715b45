import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../components/desk/customers/mado-desk-customers.ts';
import type { Customer } from '../../../../api/privacy/contract.ts';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, show } from '../../fixtures.ts';
import { useServer } from '../../network.ts';

const id = '01a1e1de-3a80-7643-9eb8-621513da7eb4';
const hanako: Customer = {
  id,
  name: '佐藤 花子',
  email: 'hanako@example.jp',
  createdAt: Date.parse('2026-11-16T10:00:00+09:00'),
  conversations: 1,
  isHeld: false,
  held: [{ table: 'messages', name: { ja: 'やり取りの内容', en: 'Messages' }, rows: 3 }],
  tickets: [{ reference: 'M-AAAA', subject: '荷物が届きません', state: 'new', createdAt: 1 }],
  holds: [],
};
const onHold: Customer = {
  ...hanako,
  isHeld: true,
  holds: [{ id: 'h', reference: null, reason: '返金の争い', until: Date.parse('2027-01-31T15:00:00Z'), createdAt: 1 }],
};
const list = { status: 200, json: { customers: [hanako], next: null } } as const;
const detail = (customer: Customer) => ({ status: 200, json: customer }) as const;

function open(hash: string, language: 'ja' | 'en' = 'ja'): HTMLElement {
  show('', language);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const element = document.createElement('mado-desk-customers');
  Object.assign(element, { language, timeZone: 'Asia/Tokyo' });
  find('main').append(element);
  return element;
}

const button = (text: string) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === text) as HTMLButtonElement;

const retention = () => document.querySelector('.customer-retention dl')?.textContent.replaceAll(/\s+/g, ' ').trim();

beforeEach(() => history.replaceState(null, '', location.pathname));

describe('the customers at the desk', () => {
  it('are listed, and found by their address, which is in no URL', async () => {
    const sent = useServer(list, { status: 200, json: hanako }, detail(hanako));
    const element = open('#/customers/all');
    await expect.poll(() => find('.desk-customer').textContent).toBe('佐藤 花子');
    await expectAccessible(element);
    await userEvent.type(find('#customer-email'), 'hanako@example.jp');
    await userEvent.click(button('探す'));
    await expect.poll(() => location.hash).toBe(`#/customers/all/${id}`);
    await expect.poll(() => document.querySelector('.customer')?.textContent).toContain('やり取りの内容');
    expect(sent.some(({ path, query }) => `${path}${JSON.stringify(query)}`.includes('hanako'))).toBe(false);
    expect(sent[1]).toMatchObject({ path: '/api/customers/find', method: 'POST' });
  });

  it('say that an address is nobody’s', async () => {
    useServer(list, { problem: new Problem('not-found').body('ja') });
    open('#/customers/all');
    await expect.poll(() => find('.desk-customer').textContent).toBe('佐藤 花子');
    await userEvent.type(find('#customer-email'), 'nobody@example.jp');
    await userEvent.click(button('探す'));
    await expect
      .poll(() => find('#customer-email-error').textContent)
      .toContain('このアドレスのお客様は見つかりません。');
  });

  it('show what is held, and are erased by a button behind another', async () => {
    const sent = useServer(list, detail(hanako), { status: 200, json: { counts: {} } }, list);
    const element = open(`#/customers/all/${id}`);
    await expect.poll(() => document.querySelector('.customer')?.textContent).toContain('やり取りの内容');
    await expectAccessible(element);
    expect(button('元に戻せないことを理解して消去する').checkVisibility()).toBe(false);
    await userEvent.click(find('[aria-labelledby=erase] summary'));
    await userEvent.click(button('元に戻せないことを理解して消去する'));
    await expect.poll(() => location.hash).toBe('#/customers/all');
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toContain(`POST /api/customers/${id}/erasure`);
  });

  it('cannot be erased while there is a hold, which says why and until when', async () => {
    useServer(list, detail(onHold));
    open(`#/customers/all/${id}`, 'en');
    await expect.poll(() => document.querySelector('.customer')?.textContent).toContain('until 31 January 2027');
    expect(find('.customer').textContent).toContain('返金の争い');
    expect(find('[aria-labelledby=erase]').textContent).toContain('There is a hold');
    expect(document.querySelector('[aria-labelledby=erase] button')).toBeNull();
  });

  it('show owners what goes next', async () => {
    useServer(list, {
      status: 200,
      json: { kinds: [{ kind: 'spam', after: '30 days', due: 2, soon: 5, kept: 1 }] },
    });
    const element = open('#/customers/all', 'en');
    await expect.poll(() => find('.desk-customer').textContent).toBe('佐藤 花子');
    await userEvent.click(find('.customer-retention summary'));
    await expect.poll(retention).toBe('Spam 30 days next run 2, within 30 days 5, kept by a hold 1');
    await expectAccessible(element);
  });
});
