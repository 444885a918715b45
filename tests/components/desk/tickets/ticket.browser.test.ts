import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../accessible.ts';
import { find, listen } from '../../fixtures.ts';
import { useDesk } from './desk-server.ts';
import { button, openTicket, problem, reply, status, title } from './open-ticket.ts';
import { richTicket } from './rich-ticket.ts';
import { messageOf, ticketOf } from './ticketed.ts';

const address = 'GET /api/tickets/M-AAAA';
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim());

describe('a ticket at the desk', () => {
  it('opens at its title, with what the customer wrote', async () => {
    useDesk({ [address]: ticketOf('M-AAAA') });
    const ticket = await openTicket();
    expect(status()).toBe('読み込んでいます…');
    await expect.poll(() => document.activeElement?.className).toBe('ticket-title');
    expect(find('.messages').textContent).toContain('箱を捨ててしまいました。');
    await expectAccessible(ticket);
  });

  it('that does not exist is said to be missing, and not tried again', async () => {
    useDesk({});
    const ticket = await openTicket();
    await expect.poll(problem).toBe('お探しのページは見つかりませんでした');
    expect(ticket.querySelector('button')).toBeNull();
  });

  it('comes with the next try when the server did not answer', async () => {
    let isUp = false;
    useDesk({ [address]: () => (isUp ? ticketOf('M-AAAA') : 'unreachable') });
    await openTicket();
    await expect.poll(problem).toContain('サーバーに接続できません');
    isUp = true;
    await userEvent.click(find('[role=alert] button'));
    await expect.poll(title).toContain('M-AAAA');
    expect(problem()).toBeUndefined();
  });

  it('shows the one that was opened last, whatever comes late', async () => {
    const late = Promise.withResolvers<Response>();
    vi.stubGlobal('fetch', async (url: string) => {
      if (url.includes('/api/desk/')) return new Response(null, { status: 404 });
      return url.endsWith('M-AAAA') ? late.promise : Response.json(ticketOf('M-BBBB'));
    });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const ticket = await openTicket();
    ticket.itemId = 'M-BBBB';
    await expect.poll(title).toContain('M-BBBB');
    late.resolve(Response.json(ticketOf('M-AAAA')));
    await late.promise;
    await new Promise((resolve) => setTimeout(resolve));
    expect(title()).toContain('M-BBBB');
  });

  it('moves to another state, and the list is told', async () => {
    const heard = listen('mado-ticket-changed');
    const moved = ticketOf('M-AAAA', { state: 'solved', version: 2, nextStates: ['open', 'closed'] });
    const sent = useDesk({ [address]: ticketOf('M-AAAA'), 'PUT /api/tickets/M-AAAA/state': moved });
    await openTicket();
    await expect.poll(title).toBeDefined();
    await userEvent.click(button('解決にする'));
    await expect.poll(status).toBe('「解決」にしました');
    expect(sent.at(-1)?.json).toEqual({ state: 'solved', version: 1 });
    expect(heard).toMatchObject([{ reference: 'M-AAAA' }]);
  });
});

describe('the thread', () => {
  it.for(['ja', 'en'] as const)(
    'holds everything in the order of time, on a desk and on a phone: %s',
    async (language) => {
      useDesk({ [address]: richTicket() });
      const ticket = await openTicket({ language });
      await expect.poll(title).toBeDefined();
      for (const width of [1280, 390]) {
        await page.viewport(width, 900);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        await expectAccessible(ticket);
      }
      expect(texts('.messages > li').map((text) => text.split(/\s/)[0])).toHaveLength(12);
    },
  );

  it('marks a note as internal, which no message is', async () => {
    useDesk({ [address]: richTicket() });
    await openTicket();
    await expect.poll(() => texts('.note-label')).toEqual(['社内メモ']);
    expect(find('.message.note').textContent).toContain('お客様には見えません');
    expect(getComputedStyle(find('.message.note')).backgroundColor).not.toBe(
      getComputedStyle(find('.message[data-direction=out]')).backgroundColor,
    );
  });

  it('says through which channel each came, and who has not proven themselves, with what that means', async () => {
    useDesk({ [address]: richTicket() });
    await openTicket();
    await expect
      .poll(() => texts('.message .mark'))
      .toEqual(['ウェブ', '電話', 'メール', 'メール', 'メール', 'メール']);
    expect(texts('.message-proof summary')).toEqual(['本人未確認']);
    await userEvent.click(find('.message-proof summary'));
    expect(find('.message-proof p').textContent).toContain('hanako@example.net');
  });

  it('folds what was quoted', async () => {
    useDesk({ [address]: richTicket() });
    await openTicket({ language: 'en' });
    await expect.poll(() => texts('.message-quoted summary')).toEqual(['Show quoted text']);
    const quoted = find('.message-quoted div');
    expect(quoted.checkVisibility()).toBe(false);
    await userEvent.click(find('.message-quoted summary'));
    expect(quoted.checkVisibility()).toBe(true);
  });

  it('says how far a reply has come, and strikes out one that was taken back', async () => {
    useDesk({ [address]: richTicket() });
    await openTicket();
    await expect.poll(() => find('[data-delivery=failed]').textContent).toContain('送信できませんでした');
    expect(find('[data-delivery=failed] a').getAttribute('href')).toBe('#/outbox/dead');
    expect(find('[data-delivery=sent]').textContent.trim()).toBe('送信済み');
    expect(find('.message[data-taken-back] del').textContent).toContain('送り状は同封していません。');
    expect(find('.message[data-taken-back]').querySelector('[data-delivery]')).toBeNull();
  });

  it('shows answers, articles, the rating and where it goes on from', async () => {
    useDesk({ [address]: richTicket() });
    await openTicket();
    await expect.poll(() => texts('.ticket-answers dd')).toEqual(['A-20481', '左24.5cm・右25cm']);
    expect(texts('.ticket-articles a')).toEqual(['サイズを交換する']);
    expect(find('.ticket-rating blockquote').textContent).toBe('早い対応で助かりました。');
    expect(find('.ticket-links a').getAttribute('href')).toBe('#/tickets/all/M-CCCC');
  });

  it('has the customer with everything they did at its side', async () => {
    await page.viewport(1280, 900);
    const sent = useDesk({ [address]: richTicket() });
    await openTicket();
    await expect.poll(() => document.querySelector('.ticket-side .history-name')?.textContent).toBe('佐藤花子');
    expect(sent.map(({ what }) => what)).toContain('GET /api/customers/c1/history');
  });

  it('has no composer once it went into another', async () => {
    const mergedInto = { reference: 'M-BBBB', subject: '靴ひもの色', state: 'open' as const };
    useDesk({ [address]: ticketOf('M-AAAA', { mergedInto }) });
    await openTicket();
    await expect.poll(() => find('.ticket-links').textContent).toContain('統合先：');
    expect(document.querySelector('mado-ticket-composer')).toBeNull();
  });
});

const live = (present: object[]) =>
  document.dispatchEvent(
    new CustomEvent('mado-live-presence', { detail: { version: 1, reference: 'M-AAAA', present } }),
  );

describe('several people at one ticket', () => {
  const someone = { accountId: 'a2', name: 'Emma', seenAt: 1 };

  it('see each other, and who is writing', async () => {
    useDesk({
      [address]: ticketOf('M-AAAA'),
      'PUT /api/desk/presence/M-AAAA': { present: [{ ...someone, isWriting: false }] },
    });
    const ticket = await openTicket();
    await expect.poll(() => find('.ticket-present').textContent.trim()).toBe('Emmaさんも開いています');
    live([{ ...someone, isWriting: true }]);
    await expect.poll(() => find('.ticket-present').textContent.trim()).toBe('Emmaさんが返信を書いています');
    await expectAccessible(ticket);
    live([]);
    await expect.poll(() => find('.ticket-present').textContent.trim()).toBe('');
  });

  it('are told who writes, and who has gone', async () => {
    const sent = useDesk({ [address]: ticketOf('M-AAAA'), 'DELETE /api/desk/presence/M-AAAA': 'nothing' });
    const ticket = await openTicket();
    await expect.poll(title).toBeDefined();
    const told = () => sent.filter(({ what }) => what.includes('presence')).map(({ what, json }) => json ?? what);
    await userEvent.fill(reply(), 'はい');
    await expect.poll(told).toEqual([{ isWriting: false }, { isWriting: true }]);
    await userEvent.clear(reply());
    await expect.poll(told).toHaveLength(3);
    ticket.remove();
    await expect.poll(() => told().at(-1)).toBe('DELETE /api/desk/presence/M-AAAA');
  });

  it('see what another has changed, and stay where they are', async () => {
    let now = ticketOf('M-AAAA');
    useDesk({ [address]: () => now });
    await openTicket();
    await expect.poll(title).toBeDefined();
    await userEvent.fill(reply(), '書きかけ');
    now = ticketOf('M-AAAA', { version: 2, messages: [messageOf('1'), messageOf('2', { body: '追伸です。' })] });
    const detail = { version: 1, reference: 'M-AAAA', ticketVersion: 2, state: 'open' };
    document.dispatchEvent(new CustomEvent('mado-live-ticket', { detail }));
    await expect.poll(() => find('.messages').textContent).toContain('追伸です。');
    expect(document.activeElement).toBe(reply());
    expect(reply().value).toBe('書きかけ');
    expect(status()).toBe('新しい内容があります。表示を更新しました。');
  });

  it('see a note that another adds, which changes no version', async () => {
    let now = ticketOf('M-AAAA');
    useDesk({ [address]: () => now });
    await openTicket();
    await expect.poll(title).toBeDefined();
    const note = { id: 'n1', author: { id: 'a2', name: 'Emma' }, body: '倉庫に確認中です。', createdAt: Date.now() };
    now = ticketOf('M-AAAA', { notes: [note] });
    const detail = { version: 1, reference: 'M-AAAA', ticketVersion: 1, state: 'open' };
    document.dispatchEvent(new CustomEvent('mado-live-ticket', { detail }));
    await expect.poll(() => find('.messages').textContent).toContain('倉庫に確認中です。');
  });
});
