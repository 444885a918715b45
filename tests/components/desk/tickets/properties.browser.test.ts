import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Ticket } from '../../../../api/tickets/contract.ts';
import { expectAccessible } from '../../accessible.ts';
import { find } from '../../fixtures.ts';
import { type Asked, type Said, useDesk } from './desk-server.ts';
import { button, openTicket, problem, status, title } from './open-ticket.ts';
import { ticketOf } from './ticketed.ts';

const address = 'GET /api/tickets/M-AAAA';
const saving = 'PUT /api/tickets/M-AAAA/properties';

/** Opens a ticket whose changes are kept, as long as `says` does not say otherwise. */
async function open(change: Partial<Ticket> = {}, says: Record<string, Said | ((asked: Asked) => Said)> = {}) {
  let now = ticketOf('M-AAAA', change);
  const sent = useDesk({
    [address]: () => now,
    [saving]: ({ json }) => {
      const { tags, snoozedUntil, subject } = json as Partial<Ticket>;
      const kept = { ...(tags ? { tags } : {}), ...(subject ? { subject } : {}) };
      now = { ...now, ...kept, ...(snoozedUntil === undefined ? {} : { snoozedUntil }), version: now.version + 1 };
      return now;
    },
    ...says,
  });
  const ticket = await openTicket();
  await expect.poll(title).toBeDefined();
  await expect.poll(() => find('#property-team').textContent).toContain('物流');
  return { ticket, saved: () => sent.filter(({ what }) => what === saving).map(({ json }) => json) };
}

describe('the properties of a ticket', () => {
  it('offer oneself first, then the others; a choice is saved by itself', async () => {
    const { saved, ticket } = await open();
    const options = [...find('#property-assignee').querySelectorAll('option')].map((option) => option.textContent);
    expect(options).toEqual(['担当者なし', '自分（山田）', 'Emma']);
    await userEvent.selectOptions(find('#property-assignee'), 'Emma');
    await expect.poll(saved).toEqual([{ version: 1, assignee: 'a2' }]);
    await expect.poll(status).toBe('変更を保存しました');
    await expectAccessible(ticket);
  });

  it('are saved together when they are chosen one right after the other', async () => {
    const { saved } = await open();
    await userEvent.selectOptions(find('#property-team'), '物流');
    await userEvent.selectOptions(find('#property-priority'), '至急');
    await userEvent.selectOptions(find('#property-category'), '返品・交換');
    await expect.poll(saved).toEqual([{ version: 1, team: 't1', priority: 'urgent', category: 'returns' }]);
  });

  it('take somebody away', async () => {
    const { saved } = await open({ assignee: { id: 'a9', name: '退職した人' } });
    expect((find('#property-assignee') as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('退職した人');
    await userEvent.selectOptions(find('#property-assignee'), '担当者なし');
    await expect.poll(saved).toEqual([{ version: 1, assignee: null }]);
  });

  it('take it for oneself by one key', async () => {
    const { saved } = await open();
    await userEvent.keyboard('i');
    await expect.poll(saved).toEqual([{ version: 1, assignee: 'a1' }]);
  });

  it('keep what was chosen when somebody else was faster, and save it over the latest', async () => {
    let isFirst = true;
    const { saved, ticket } = await open(
      {},
      {
        [saving]: () => {
          if (!isFirst) return ticketOf('M-AAAA', { version: 6, priority: 'high' });
          isFirst = false;
          return { problem: 'state-changed' };
        },
        [address]: () => ticketOf('M-AAAA', isFirst ? {} : { version: 5 }),
      },
    );
    await userEvent.selectOptions(find('#property-priority'), '高');
    await expect.poll(problem).toContain('ほかの人が先に更新しました');
    expect((find('#property-priority') as HTMLSelectElement).value).toBe('high');
    await expectAccessible(ticket);
    await userEvent.click(button('保存'));
    await expect.poll(saved).toEqual([
      { version: 1, priority: 'high' },
      { version: 5, priority: 'high' },
    ]);
    await expect.poll(() => document.querySelector('mado-ticket-properties .problem')).toBeNull();
  });
});

describe('the subject', () => {
  it('is put better by staff; Escape leaves it as it was', async () => {
    const { saved } = await open();
    await userEvent.click(button('件名を変更'));
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(button('件名を変更'));
    await userEvent.click(button('件名を変更'));
    await userEvent.fill(find('#property-subject'), '箱なしの返品');
    await userEvent.keyboard('{Enter}');
    await expect.poll(saved).toEqual([{ version: 1, subject: '箱なしの返品' }]);
    await expect.poll(title).toBe('箱なしの返品');
  });
});

const tags = () => [...document.querySelectorAll('.ticket-tags li span')].map((tag) => tag.textContent);

describe('tags', () => {
  it('are added by Enter as they are kept, and taken off again', async () => {
    const { saved } = await open({ tags: ['返品'] });
    await userEvent.fill(find('#property-tag'), 'Size Chart');
    await userEvent.keyboard('{Enter}');
    await expect.poll(tags).toEqual(['返品', 'size-chart']);
    await userEvent.click(find('[aria-label="タグ「返品」を外す"]'));
    await expect.poll(tags).toEqual(['size-chart']);
    await expect.poll(saved).toEqual([
      { version: 1, tags: ['返品', 'size-chart'] },
      { version: 2, tags: ['size-chart'] },
    ]);
  });

  it('are not added by the Enter that ends a conversion', async () => {
    const { saved } = await open();
    await userEvent.fill(find('#property-tag'), 'さいず');
    find('#property-tag').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
    expect(tags()).toEqual([]);
    expect(saved()).toEqual([]);
  });

  it('that cannot be are said to be wrong', async () => {
    const { ticket } = await open();
    await userEvent.fill(find('#property-tag'), 'a/b');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('#property-tag-hint').textContent).toContain('40文字以内');
    await expectAccessible(ticket);
  });

  it('in use are offered, without those it has', async () => {
    await open({ tags: ['返品'] });
    expect([...document.querySelectorAll('#known-tags option')].map((one) => one.getAttribute('value'))).toEqual([
      'サイズ',
      'vip',
    ]);
  });
});

describe('snoozing', () => {
  it('takes times as people say them, and wakes', async () => {
    const { saved, ticket } = await open();
    await userEvent.click(find('.ticket-snooze summary'));
    await expectAccessible(ticket);
    await userEvent.click(find('[data-choice=tomorrow]'));
    await expect.poll(() => find('.ticket-snoozed').textContent).toContain('まで一覧から外しています');
    expect((saved()[0] as { snoozedUntil: number }).snoozedUntil).toBeGreaterThan(Date.now());
    await userEvent.click(button('今すぐ対応に戻す'));
    await expect.poll(() => saved().at(-1)).toEqual({ version: 2, snoozedUntil: null });
  });

  it('takes a time of one’s own, which has to be ahead', async () => {
    const { saved } = await open();
    await userEvent.click(find('.ticket-snooze summary'));
    await userEvent.fill(find('#snooze-at'), '2020-01-01T09:00');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('#snooze-problem').textContent).toContain('先の日時を指定してください。');
    await userEvent.fill(find('#snooze-at'), '2099-01-01T09:00');
    await userEvent.keyboard('{Enter}');
    await expect.poll(saved).toEqual([{ version: 1, snoozedUntil: Date.parse('2099-01-01T09:00:00+09:00') }]);
  });
});
