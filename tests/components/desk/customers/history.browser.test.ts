import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../components/desk/customers/mado-customer-history.ts';
import type { CustomerHistory, CustomerOrders } from '../../../../api/customers/contract.ts';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, show } from '../../fixtures.ts';
import { useServer } from '../../network.ts';

const at = Date.parse('2026-11-16T10:00:00+09:00');
const hanako: CustomerHistory = {
  id: '01a1e1de-3a80-7643-9eb8-621513da7eb4',
  name: '佐藤 花子',
  language: 'ja',
  createdAt: at,
  identities: [
    { id: 'i1', kind: 'email', value: 'hanako@example.jp', isVerified: true, isBlocked: false },
    { id: 'i2', kind: 'phone', value: '+819012345678', isVerified: false, isBlocked: true },
  ],
  timeline: [
    { kind: 'rating', at, reference: 'M-AAAA', score: 'good', comment: 'とても早いお返事でした' },
    {
      kind: 'conversation',
      at,
      reference: 'M-AAAA',
      subject: 'サイズを交換したい',
      state: 'open',
      channel: 'phone',
      excerpt: '23.5cmがきついので',
    },
    {
      kind: 'conversation',
      at: at - 1,
      reference: 'M-BBBB',
      subject: '荷物が届きません',
      state: 'solved',
      channel: 'web',
      excerpt: '先週注文した靴が',
    },
    { kind: 'page', at: at - 2, url: '/ja/faq/exchange/', title: 'サイズ交換の方法' },
    { kind: 'search', at: at - 3, query: 'サイズ 交換' },
  ],
  hasOlder: true,
  merges: [{ id: 'm1', name: '花子（電話）', at, by: '田中 一郎' }],
  likely: [{ id: 'c2', name: '佐藤花子', value: 'hanako.sato@example.com', why: 'name' }],
};
const other: CustomerHistory = {
  ...hanako,
  id: 'c2',
  name: '佐藤花子',
  identities: [{ id: 'i3', kind: 'email', value: 'hanako.sato@example.com', isVerified: false, isBlocked: false }],
  timeline: [
    {
      kind: 'conversation',
      at,
      reference: 'M-CCCC',
      subject: 'また聞きます',
      state: 'new',
      channel: 'email',
      excerpt: '',
    },
  ],
  merges: [],
  likely: [],
};
const orders: CustomerOrders = {
  state: 'found',
  orders: [
    {
      number: 'A-1048-2231',
      placedAt: '2026-11-09T21:14:00+09:00',
      status: '発送済み',
      total: '14,300円',
      items: ['ウォーキングシューズ 23.5cm'],
    },
  ],
};
const off: CustomerOrders = { state: 'off', orders: [] };
const ok = (json: unknown) => ({ status: 200, json }) as const;

function open(language: 'ja' | 'en' = 'ja') {
  show('', language);
  const element = document.createElement('mado-customer-history');
  Object.assign(element, { language, timeZone: 'Asia/Tokyo', customerId: hanako.id, openReference: 'M-AAAA' });
  find('main').append(element);
  return element;
}

const button = (text: string) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === text) as HTMLButtonElement;
const shown = () => find('.history').textContent.replaceAll(/\s+/g, ' ');

describe('the history of a customer at the desk', () => {
  it.each(['ja', 'en'] as const)(
    'shows who they are, what they ordered and what they did, also on a phone: %s',
    async (language) => {
      await page.viewport(390, 844);
      useServer(ok(hanako), ok(orders));
      const element = open(language);
      await expect.poll(shown).toContain('A-1048-2231');
      await expectAccessible(element);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
      const links = [...document.querySelectorAll<HTMLAnchorElement>('.history-timeline a')].map((link) =>
        link.getAttribute('href'),
      );
      expect(links).toEqual(['#/tickets/all/M-BBBB', '/ja/faq/exchange/']);
      expect(find('[aria-current=true]').textContent).toBe('サイズを交換したい');
      expect(find('.history-marks a').getAttribute('href')).toBe('#/blocked-senders/all');
      await page.viewport(1280, 800);
    },
  );

  it('is fetched only once it comes into view', async () => {
    const sent = useServer(ok(hanako), ok(off));
    show('', 'ja');
    const space = document.createElement('div');
    space.style.height = '300vh';
    const element = document.createElement('mado-customer-history');
    Object.assign(element, { customerId: hanako.id });
    find('main').append(space, element);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent).toEqual([]);
    element.scrollIntoView();
    await expect.poll(() => sent.length).toBe(2);
  });

  it('says nothing of orders where no shop is asked, and plainly when it does not answer', async () => {
    useServer(ok(hanako), ok(off));
    open();
    await expect.poll(shown).toContain('サイズを交換したい');
    await expect.poll(() => document.querySelector('#history-orders')).toBeNull();
    useServer(ok(hanako), ok({ state: 'unreachable', orders: [] }));
    open();
    await expect.poll(shown).toContain('ショップのシステムに接続できません。');
    expect(shown()).toContain('荷物が届きません');
  });

  it('can be tried again when the server did not answer, and not when there is nobody', async () => {
    useServer('unreachable', ok(hanako), ok(off));
    const element = open();
    await expect.poll(() => button('もう一度試す')).toBeTruthy();
    await expectAccessible(element);
    await userEvent.click(button('もう一度試す'));
    await expect.poll(shown).toContain('サイズを交換したい');
    useServer({ problem: new Problem('not-found').body('ja') });
    open();
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('見つかりません');
    expect(button('もう一度試す')).toBeUndefined();
  });

  it('compares both sides by keyboard before it merges, and undoes it', async () => {
    const merged = { ...hanako, likely: [], identities: [...hanako.identities, ...other.identities] };
    const sent = useServer(ok(hanako), ok(off), ok(other));
    const element = open();
    await expect.poll(() => button('比べる')).toBeTruthy();
    button('比べる').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.textContent).toBe('この2人を統合しますか');
    expect(find('.history-sides').textContent).toMatch(
      /佐藤 花子[^]*hanako@example.jp[^]*hanako.sato@example.com[^]*また聞きます/,
    );
    await expectAccessible(element);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(button('比べる'));
    expect(sent).toHaveLength(3);

    const again = useServer(ok(other), ok(merged), ok(off), ok(hanako), ok(off));
    await userEvent.click(button('比べる'));
    await expect.poll(() => button('統合する')).toBeTruthy();
    await userEvent.click(button('統合する'));
    await expect.poll(() => find('.history-identities').textContent).toContain('hanako.sato@example.com');
    expect(again[1]).toMatchObject({
      method: 'POST',
      path: `/api/customers/${hanako.id}/merge`,
      json: { other: 'c2' },
    });
    expect(find('[role=status]').textContent).toContain('統合しました。');
    expect(document.activeElement?.className).toBe('history-name');
    await userEvent.click(button('元に戻す'));
    await expect.poll(() => find('.history-identities').textContent).not.toContain('hanako.sato@example.com');
    expect(again.find(({ method }) => method === 'DELETE')?.path).toBe(`/api/customers/${hanako.id}/merges/m1`);
  });

  it('offers a moderator, who only reads, nothing that would change it', async () => {
    useServer(ok(hanako), ok(off));
    const element = open();
    Object.assign(element, { account: { id: 'a', name: '鈴木', role: 'moderator' } });
    await expect.poll(shown).toContain('サイズを交換したい');
    expect([...element.querySelectorAll('button, summary')]).toEqual([]);
  });

  it('finds another customer by their address, and says when there is none', async () => {
    const sent = useServer(
      ok(hanako),
      ok(off),
      { problem: new Problem('not-found').body('ja') },
      ok({ id: 'c2' }),
      ok(other),
    );
    open();
    await expect.poll(() => document.querySelector('.history-find')).toBeTruthy();
    await userEvent.click(find('.history-find summary'));
    await userEvent.type(find('#history-other'), 'nobody@example.jp{Enter}');
    await expect
      .poll(() => document.querySelector('[role=alert]')?.textContent)
      .toContain('このアドレスのお客様は見つかりません。');
    await userEvent.fill(find('#history-other'), 'hanako.sato@example.com');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('.history-sides')).toBeTruthy();
    expect(sent.some(({ path }) => path.includes('hanako'))).toBe(false);
  });

  it('blocks an address with a reason, and keeps the reason when it is refused', async () => {
    const detail = 'スタッフのアドレスです。';
    const refused = new Problem('invalid-input', { errors: [{ pointer: '#/value', detail }] }).body('ja');
    const blocked = { ...hanako, identities: hanako.identities.map((identity) => ({ ...identity, isBlocked: true })) };
    const sent = useServer(ok(hanako), ok(off), { problem: refused }, { status: 201, json: {} }, ok(blocked), ok(off));
    const element = open();
    await expect.poll(() => button('ブロック')).toBeTruthy();
    await userEvent.click(button('ブロック'));
    await expect.poll(() => document.activeElement?.id).toBe('history-reason');
    await expectAccessible(element);
    await userEvent.click(button('ブロックする'));
    expect(sent).toHaveLength(2);
    await userEvent.type(find('#history-reason'), '広告ばかり');
    await userEvent.click(button('ブロックする'));
    await expect.poll(() => find('.history-form [role=alert]').textContent).toContain(detail);
    expect((find('#history-reason') as HTMLInputElement).value).toBe('広告ばかり');
    await userEvent.click(button('ブロックする'));
    await expect.poll(() => document.querySelectorAll('.history-marks a')).toHaveLength(2);
    expect(sent[3]?.json).toEqual({ kind: 'email', value: 'hanako@example.jp', reason: '広告ばかり' });
  });
});
