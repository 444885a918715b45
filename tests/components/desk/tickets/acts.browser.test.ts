import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../accessible.ts';
import { find } from '../../fixtures.ts';
import { type Said, useDesk } from './desk-server.ts';
import { button, openTicket, title } from './open-ticket.ts';
import { messageOf, ticketOf } from './ticketed.ts';

const address = 'GET /api/tickets/M-AAAA';
const other = { reference: 'M-BBBB', subject: '靴ひもの色', state: 'open' as const, createdAt: 1 };
const wrong = () => find('#act-problem').textContent;
const submit = () => userEvent.click(find('.ticket-act [type=submit]'));

async function open(says: Record<string, Said>, language: 'ja' | 'en' = 'ja') {
  const two = [messageOf('1'), messageOf('2', { body: '別の質問です。' })];
  const sent = useDesk({ [address]: ticketOf('M-AAAA', { otherTickets: [other], messages: two }), ...says });
  const ticket = await openTicket({ language });
  await expect.poll(title).toBeDefined();
  await expect.poll(() => find('#property-team').textContent).toContain('物流');
  return { ticket, asked: (what: string) => sent.filter((one) => one.what === what).map(({ json }) => json) };
}

describe('handing over', () => {
  it('gives a ticket to a team with a note, in one step, and leads back', async () => {
    const noting = 'POST /api/tickets/M-AAAA/notes';
    const saving = 'PUT /api/tickets/M-AAAA/properties';
    const { asked, ticket } = await open({
      [noting]: ticketOf('M-AAAA', { version: 2 }),
      [saving]: ticketOf('M-AAAA', { version: 3, team: { id: 't1', name: '物流' } }),
    });
    await userEvent.keyboard('h');
    await expect.poll(() => document.activeElement?.textContent).toBe('チームに引き継ぐ');
    await submit();
    await expect.poll(wrong).toBe('引き継ぎ先を選んでください。');
    await expect.poll(() => document.activeElement?.id).toBe('act-team');
    await expectAccessible(ticket);
    await userEvent.selectOptions(find('#act-team'), '物流');
    await userEvent.fill(find('#act-note'), '在庫を見てください。');
    await submit();
    await expect.poll(() => asked(saving)).toEqual([{ version: 2, team: 't1', assignee: null }]);
    expect(asked(noting)).toEqual([{ body: '在庫を見てください。' }]);
    await expect.poll(() => document.querySelector('.ticket-act')).toBeNull();
    await expect.poll(() => document.activeElement).toBe(find('[data-act=hand-over]'));
  });
});

describe('merging', () => {
  const merging = 'POST /api/tickets/M-AAAA/merge';

  it('shows what will move, merges, and can be undone', async () => {
    const { asked, ticket } = await open({
      'GET /api/tickets/M-BBBB': ticketOf('M-BBBB'),
      [merging]: { undo: 'u1', ticket: ticketOf('M-AAAA', { version: 2 }) },
      'POST /api/tickets/changes/u1/undo': { changed: ['M-AAAA', 'M-BBBB'], refused: [], undo: null },
    });
    await userEvent.click(button('統合する'));
    // The only one there is.
    expect(find('.ticket-choices input').matches(':checked')).toBe(true);
    await expect.poll(() => find('.ticket-preview').textContent).toContain('メッセージ1件');
    await expectAccessible(ticket);
    await submit();
    await expect.poll(() => asked(merging)).toEqual([{ version: 1, other: 'M-BBBB' }]);
    await expect.poll(() => find('.ticket-header .composer-sent').textContent).toContain('M-BBBBを統合しました');
    await userEvent.click(button('元に戻す'));
    await expect.poll(() => asked('POST /api/tickets/changes/u1/undo')).toHaveLength(1);
    await expect.poll(() => document.querySelector('.ticket-header .composer-sent')).toBeNull();
  });

  it('takes any reference, however it is typed, and warns of another customer’s', async () => {
    await open({ 'GET /api/tickets/M-CCCC': ticketOf('M-CCCC', { customerId: 'c2', customer: '鈴木' }) });
    await userEvent.click(button('統合する'));
    await userEvent.fill(find('#act-reference'), 'ｍ-cccc');
    await userEvent.tab();
    await expect.poll(() => find('.ticket-preview').textContent).toContain('別のお客様（鈴木）');
  });

  it.for([
    ['M-ZZZZ', 'この受付番号のお問い合わせはありません。'],
    ['M-AAAA', 'このお問い合わせ自身の番号です。'],
  ])('refuses %s', async ([reference = '', text]) => {
    const { asked } = await open({});
    await userEvent.click(button('統合する'));
    await userEvent.fill(find('#act-reference'), reference);
    await userEvent.tab();
    await expect.poll(wrong).toBe(text);
    expect(asked(merging)).toEqual([]);
  });
});

describe('splitting', () => {
  const splitting = 'POST /api/tickets/M-AAAA/split';

  it('moves some messages to a ticket of their own, never all', async () => {
    const { asked, ticket } = await open({ [splitting]: { undo: 'u2', ticket: ticketOf('M-DDDD') } });
    await userEvent.click(button('分ける'));
    await submit();
    await expect.poll(wrong).toBe('移すメッセージを選んでください。');
    const boxes = [...document.querySelectorAll<HTMLElement>('.ticket-choices input')];
    for (const box of boxes) await userEvent.click(box);
    await submit();
    await expect.poll(wrong).toBe('すべては移せません。一つ以上は残してください。');
    await userEvent.click(boxes[0] as HTMLElement);
    await submit();
    await expect.poll(wrong).toBe('新しい件名を入力してください。');
    await expectAccessible(ticket);
    await userEvent.fill(find('#act-subject'), '別の質問');
    await submit();
    await expect.poll(() => asked(splitting)).toEqual([{ version: 1, messages: ['2'], subject: '別の質問' }]);
    await expect.poll(() => find('.ticket-header .composer-sent').textContent).toContain('M-DDDDとして分けました');
  });
});

describe('spam', () => {
  const moving = 'PUT /api/tickets/M-AAAA/state';
  const blocking = 'POST /api/blocked-senders';

  it('is marked, and its sender blocked where that is said', async () => {
    const { asked, ticket } = await open({ [moving]: ticketOf('M-AAAA', { state: 'spam' }), [blocking]: {} }, 'en');
    await page.viewport(390, 800);
    await userEvent.click(button('Spam'));
    await expectAccessible(ticket);
    await userEvent.click(find('[name=block]'));
    await submit();
    await expect.poll(() => asked(moving)).toEqual([{ state: 'spam', version: 1 }]);
    await expect
      .poll(() => asked(blocking))
      .toEqual([{ kind: 'email', value: 'hanako@example.com', reason: 'Spam M-AAAA' }]);
  });

  it('is left by Escape, and nothing is done', async () => {
    const { asked } = await open({});
    await userEvent.click(button('迷惑にする'));
    await expect.poll(() => document.querySelector('.ticket-act')).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(find('[data-act=spam]'));
    expect(asked(moving)).toEqual([]);
  });
});
