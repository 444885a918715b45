import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Ticket } from '../../../../api/tickets/contract.ts';
import { expectAccessible } from '../../accessible.ts';
import { find } from '../../fixtures.ts';
import { useDesk } from './desk-server.ts';
import { button, openTicket, title } from './open-ticket.ts';
import { messageOf, ticketOf } from './ticketed.ts';

const saving = 'PUT /api/tickets/M-AAAA/properties';
const moving = 'PUT /api/tickets/M-AAAA/state';

async function open(change: Partial<Ticket> = {}, language: 'ja' | 'en' = 'ja') {
  const now = ticketOf('M-AAAA', { nextStates: ['open', 'solved', 'spam'], ...change });
  const sent = useDesk({
    'GET /api/tickets/M-AAAA': now,
    [saving]: { ...now, version: 2 },
    [moving]: { ...now, version: 2 },
  });
  const ticket = await openTicket({ language });
  await expect.poll(title).toBeDefined();
  await expect.poll(() => find('#property-team').textContent).toContain('物流');
  return { ticket, asked: (what: string) => sent.filter((one) => one.what === what).map(({ json }) => json) };
}

const focused = () => document.activeElement?.textContent.trim();

describe('an open ticket', () => {
  it.for([
    ['p', '至急', { priority: 'urgent' }],
    ['c', '自分', { assignee: 'a1' }],
  ] as const)('is changed by the key %s as the list is, and by Enter', async ([key, first, change]) => {
    const { asked, ticket } = await open();
    await userEvent.keyboard(key);
    await expect.poll(focused).toBe(first);
    await expectAccessible(ticket);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked(saving)).toEqual([{ version: 1, ...change }]);
    await expect.poll(() => document.querySelector('.ticket-choice')).toBeNull();
  });

  it('is put off by two keys', async () => {
    const { asked } = await open();
    await userEvent.keyboard('z');
    await expect.poll(focused).toBe('3時間後');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked(saving)).toHaveLength(1);
    const [{ snoozedUntil }] = asked(saving) as [{ snoozedUntil: number }];
    expect(snoozedUntil).toBeGreaterThan(Date.now() + 2 * 3_600_000);
  });

  it('moves to the state that arrows lead to', async () => {
    const { asked } = await open();
    await userEvent.keyboard('s');
    await expect.poll(focused).toBe('対応中にする');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('解決にする');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked(moving)).toEqual([{ version: 1, state: 'solved' }]);
  });

  it('takes a tag that is typed, and not what is none', async () => {
    const { asked } = await open({ tags: ['返品'] });
    await userEvent.keyboard('t');
    await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
    await userEvent.keyboard('!?{Enter}');
    await expect.poll(() => find('#choice-problem').textContent).toContain('40文字以内');
    await userEvent.fill(find('.ticket-choice input'), 'サイズ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked(saving)).toEqual([{ version: 1, tags: ['返品', 'サイズ'] }]);
  });

  it('stays as it is when a choice is left by Escape, and leads back to where it was opened', async () => {
    await page.viewport(390, 844);
    const { asked, ticket } = await open({}, 'en');
    await userEvent.click(button('Priority'));
    await expect.poll(focused).toBe('Urgent');
    await expectAccessible(ticket);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('Priority');
    expect(asked(saving)).toEqual([]);
  });

  it('leaves the keys to what is selected in the list', async () => {
    await open();
    const selection = document.createElement('mado-desk-bulk');
    document.body.append(selection);
    onTestFinished(() => selection.remove());
    await userEvent.keyboard('p');
    expect(document.querySelector('.ticket-choice')).toBeNull();
  });
});

describe('a long conversation', () => {
  const long = Array.from({ length: 14 }, (_, index) => messageOf(String(index), { body: `${index + 1}通目です。` }));

  it.each([
    [390, 844],
    [1280, 800],
  ])('opens with its newest message in sight, and leads to its beginning: %d', async (width, height) => {
    await page.viewport(width, height);
    onTestFinished(() => page.viewport(414, 896));
    await open({ messages: long });
    await expect.poll(() => window.scrollY).toBeGreaterThan(0);
    const newest = find('.messages > li:last-child').getBoundingClientRect();
    expect(newest.bottom).toBeLessThanOrEqual(find('.ticket-composer').getBoundingClientRect().top);
    expect(newest.top).toBeGreaterThan(0);
    expect(document.activeElement?.className).toBe('ticket-title');
    await userEvent.click(button('最初から読む'));
    await expect.poll(() => window.scrollY).toBe(0);
  });

  it('that fits stays where it begins', async () => {
    await open();
    await expect.poll(() => document.activeElement?.className).toBe('ticket-title');
    expect(window.scrollY).toBe(0);
  });
});
