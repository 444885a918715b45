import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../accessible.ts';
import { find } from '../../fixtures.ts';
import { useIndex } from '../../search-index.ts';
import { type Said, useDesk } from './desk-server.ts';
import { button, openTicket, problem, reply, status, title } from './open-ticket.ts';
import { messageOf, ticketOf } from './ticketed.ts';

const address = 'GET /api/tickets/M-AAAA';
const posting = 'POST /api/tickets/M-AAAA/messages';
const answer = { id: 'k1', name: '返品の手順', ja: '{{customer}}様\n箱は不要です。', en: '', uses: 3, changedAt: 0 };

/** A reply that may be taken back for that long. */
const sentReply = (forMs = 10_000) =>
  messageOf('2', { direction: 'out', body: '箱は不要です。', createdAt: 1000, takeBackUntil: 1000 + forMs });

async function open(says: Record<string, Said | (() => Said)> = {}, language: 'ja' | 'en' = 'ja') {
  const sent = useDesk({ [address]: ticketOf('M-AAAA'), ...says });
  const ticket = await openTicket({ language });
  await expect.poll(title).toBeDefined();
  return { sent, ticket, asked: (what: string) => sent.filter((one) => one.what === what) };
}

describe('a reply', () => {
  it('is sent by its button with the version that was seen, and the field is empty again', async () => {
    const { asked } = await open({ [posting]: ticketOf('M-AAAA', { state: 'waiting', version: 2 }) });
    await userEvent.fill(reply(), '箱は不要です。');
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(status).toBe('返信を送信しました。');
    expect(asked(posting)[0]?.json).toEqual({ message: '箱は不要です。', version: 1, channel: undefined });
    await expect.poll(() => reply().value).toBe('');
    expect(sessionStorage.getItem('mado-draft-M-AAAA')).toBeNull();
  });

  it('is sent by Ctrl and Enter, never by Enter alone, nor by the one that ends a conversion', async () => {
    const { asked } = await open({ [posting]: ticketOf('M-AAAA', { version: 2 }) });
    await userEvent.fill(reply(), 'はい');
    await userEvent.keyboard('{Enter}');
    const composing = { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true };
    reply().dispatchEvent(new KeyboardEvent('keydown', composing));
    expect(asked(posting)).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => asked(posting)).toHaveLength(1);
  });

  it('solves the ticket where that is asked', async () => {
    const moving = 'PUT /api/tickets/M-AAAA/state';
    const { asked } = await open({
      [posting]: ticketOf('M-AAAA', { state: 'waiting', version: 2 }),
      [moving]: ticketOf('M-AAAA', { state: 'solved', version: 3 }),
    });
    await userEvent.fill(reply(), '解決です。');
    await userEvent.click(button('送信して解決'));
    await expect.poll(() => asked(moving)[0]?.json).toEqual({ state: 'solved', version: 2 });
  });

  it('that was not sent stays, and is the same one when it is sent again', async () => {
    let isUp = false;
    const { asked } = await open({ [posting]: () => (isUp ? ticketOf('M-AAAA', { version: 2 }) : 'unreachable') });
    await userEvent.fill(reply(), '大切な返信');
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(problem).toContain('サーバーに接続できません');
    expect(reply().value).toBe('大切な返信');
    isUp = true;
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(() => asked(posting)).toHaveLength(2);
    expect(asked(posting)[1]?.key).toBe(asked(posting)[0]?.key);
    expect(asked(posting)[0]?.key).toBeTruthy();
  });

  it('can be taken back for a while, and is in the field again', async () => {
    const taking = 'DELETE /api/tickets/M-AAAA/messages/2';
    const sent = ticketOf('M-AAAA', { version: 2, messages: [messageOf('1'), sentReply()] });
    const back = ticketOf('M-AAAA', { version: 3 });
    const { asked, ticket } = await open({ [posting]: sent, [taking]: back });
    await userEvent.fill(reply(), '箱は不要です。');
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(() => find('.composer-sent').textContent).toContain('返信を送信しました。');
    await expectAccessible(ticket);
    expect(find('.ticket-composer').hasAttribute('data-open')).toBe(false);
    expect(document.activeElement).toBe(find('.composer-sent'));
    await userEvent.fill(reply(), '次の返信');
    await userEvent.click(button('取り消す'));
    await expect.poll(() => reply().value).toBe('箱は不要です。\n\n次の返信');
    expect(asked(taking)).toHaveLength(1);
    expect(document.activeElement).toBe(reply());
    expect(document.querySelector('.composer-sent')).toBeNull();
  });

  it('cannot be taken back once its time is over', async () => {
    const messages = [messageOf('1'), sentReply(50)];
    await open({ [posting]: ticketOf('M-AAAA', { version: 2, messages }) });
    await userEvent.fill(reply(), '箱は不要です。');
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(status).toBe('返信を送信しました。');
    await expect.poll(() => document.querySelector('.composer-sent')).toBeNull();
  });

  it('does not leave unasked past a message that its writer has not seen', async () => {
    let now = ticketOf('M-AAAA');
    const { asked, ticket } = await open({
      [address]: () => now,
      [posting]: ticketOf('M-AAAA', { version: 3 }),
    });
    await userEvent.fill(reply(), '箱は不要です。');
    now = ticketOf('M-AAAA', { version: 2, messages: [messageOf('1'), messageOf('2', { body: '見つかりました。' })] });
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(() => document.activeElement?.className).toContain('composer-news');
    expect(find('.messages').textContent).toContain('見つかりました。');
    expect(asked(posting)).toEqual([]);
    await expectAccessible(ticket);
    await userEvent.click(button('このまま送信'));
    await expect.poll(() => asked(posting)[0]?.json).toMatchObject({ message: '箱は不要です。', version: 2 });
  });

  it('takes the channel that is chosen where there are several', async () => {
    const { asked } = await open({
      [address]: ticketOf('M-AAAA', { replyChannels: ['email', 'web'] }),
      [posting]: ticketOf('M-AAAA', { version: 2 }),
    });
    await userEvent.fill(reply(), 'はい');
    await userEvent.selectOptions(find('#reply-channel'), 'web');
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(() => asked(posting)[0]?.json).toMatchObject({ channel: 'web' });
  });

  it('is not for somebody who only moderates', async () => {
    useDesk({ [address]: ticketOf('M-AAAA') });
    await openTicket({ role: 'moderator' });
    await expect.poll(title).toBeDefined();
    expect(find('.ticket-composer').dataset['mode']).toBe('note');
    expect(find('.composer-modes').textContent.trim()).toBe('社内メモ');
  });
});

describe('an internal note', () => {
  it('is written after the key n, looks different, and goes nowhere but to the notes', async () => {
    const noting = 'POST /api/tickets/M-AAAA/notes';
    const { asked, ticket } = await open({ [noting]: ticketOf('M-AAAA', { version: 2 }) });
    await userEvent.keyboard('n');
    await expect.poll(() => document.activeElement).toBe(reply());
    expect(find('.ticket-composer').dataset['mode']).toBe('note');
    expect(find('label[for=reply]').textContent).toBe('社内メモ（お客様には見えません）');
    await expectAccessible(ticket);
    await userEvent.keyboard('在庫なし{Control>}{Enter}{/Control}');
    await expect.poll(() => asked(noting)[0]?.json).toEqual({ body: '在庫なし' });
    expect(asked(posting)).toEqual([]);
    await expect.poll(() => reply().value).toBe('');
    await expect.poll(() => document.activeElement?.className).toBe('ticket-title');
  });

  it('and a reply keep drafts of their own, also over a reload', async () => {
    const { ticket } = await open();
    await userEvent.fill(reply(), '返信の書きかけ');
    await userEvent.click(button('社内メモ'));
    expect(reply().value).toBe('');
    await userEvent.fill(reply(), 'メモの書きかけ');
    await userEvent.click(button('返信'));
    expect(reply().value).toBe('返信の書きかけ');
    ticket.remove();
    await open();
    expect(reply().value).toBe('返信の書きかけ');
    await userEvent.click(button('社内メモ'));
    expect(reply().value).toBe('メモの書きかけ');
  });

  it('is not mixed up with another ticket’s', async () => {
    const { ticket } = await open({ 'GET /api/tickets/M-BBBB': ticketOf('M-BBBB') });
    await userEvent.fill(reply(), '書きかけ');
    ticket.itemId = 'M-BBBB';
    await expect.poll(title).toContain('M-BBBB');
    await expect.poll(() => reply().value).toBe('');
    expect(sessionStorage.getItem('mado-draft-M-AAAA')).toBe('書きかけ');
  });
});

describe('a canned answer', () => {
  const listing = 'GET /api/canned-answers';
  const using = 'POST /api/canned-answers/k1/uses';

  it.for(['/', '／'])('is found after %s at the start of a line, and takes its place, filled in', async (slash) => {
    const { asked, ticket } = await open({ [listing]: { answers: [answer] }, [using]: 'nothing' });
    await userEvent.fill(reply(), slash);
    await expect.poll(() => document.activeElement?.id).toBe('canned-query');
    await expect.poll(() => find('[role=option]').textContent).toContain('返品の手順');
    await expectAccessible(ticket);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => reply().value).toBe('佐藤花子様\n箱は不要です。');
    expect(asked(using)).toHaveLength(1);
    expect(document.activeElement).toBe(reply());
  });

  it('keeps what it knows nothing for, marked, and does not leave with it', async () => {
    const { asked, ticket } = await open({
      [address]: ticketOf('M-AAAA', { name: null }),
      [listing]: { answers: [answer] },
      [using]: 'nothing',
      [posting]: ticketOf('M-AAAA', { version: 2 }),
    });
    await userEvent.fill(reply(), '/');
    await expect.poll(() => find('[role=option]')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('.composer-unfilled').textContent).toContain('お客様のお名前');
    await expectAccessible(ticket);
    await userEvent.click(button('送信してお客様待ちに'));
    expect(asked(posting)).toEqual([]);
    const { selectionStart, selectionEnd, value } = reply();
    expect(value.slice(selectionStart, selectionEnd)).toBe('{{customer}}');
    await userEvent.keyboard('鈴木');
    await userEvent.click(button('送信してお客様待ちに'));
    await expect.poll(() => asked(posting)[0]?.json).toMatchObject({ message: '鈴木様\n箱は不要です。' });
  });

  it('in the other language alone is said to be so', async () => {
    const english = { ...answer, ja: '', en: 'No box is needed.' };
    await open({ [listing]: { answers: [english] }, [using]: 'nothing' });
    await userEvent.fill(reply(), '/');
    await expect.poll(() => find('[role=option] .mark').textContent).toBe('英語のみ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('.composer-unfilled').textContent).toContain('この文章は英語です');
  });

  it('can be left out again: Escape leads back', async () => {
    await open({ [listing]: { answers: [answer] } });
    await userEvent.fill(reply(), '/');
    await expect.poll(() => document.activeElement?.id).toBe('canned-query');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(reply());
    expect(reply().value).toBe('/');
  });
});

describe('the field', () => {
  it('is left by Escape, so that keys lead on; what was typed stays', async () => {
    await open({});
    await userEvent.keyboard('r');
    await expect.poll(() => document.activeElement).toBe(reply());
    await userEvent.keyboard('途中まで{Escape}');
    await expect.poll(() => document.activeElement?.className).toBe('ticket-title');
    await userEvent.keyboard('r');
    await expect.poll(() => document.activeElement).toBe(reply());
    expect(reply().value).toBe('途中まで');
  });
});

describe('an article', () => {
  it('stands on lines of its own', async () => {
    useIndex([{ url: '/ja/articles/returns/box/', title: '箱のない返品', excerpt: '箱' }]);
    await open({ 'POST /api/tickets/M-AAAA/articles': ticketOf('M-AAAA', { version: 2 }) });
    await userEvent.fill(reply(), 'どうぞ');
    await userEvent.click(button('記事を案内'));
    await userEvent.fill(find('#article-query'), '返品');
    await expect.poll(() => document.querySelector('[role=option]')?.textContent).toContain('箱のない返品');
    await userEvent.click(find('[role=option]'));
    await expect.poll(() => reply().value).toMatch(/^どうぞ\n箱のない返品\nhttp/);
  });

  it('is found as customers find it, goes in with its whole address, and is kept with the ticket', async () => {
    const linking = 'POST /api/tickets/M-AAAA/articles';
    const url = '/ja/articles/returns/box/';
    useIndex([{ url, title: '箱のない返品', excerpt: '箱 なしで 返品できます' }]);
    const { asked, ticket } = await open({ [linking]: ticketOf('M-AAAA', { version: 2 }) });
    await userEvent.click(reply());
    await userEvent.click(button('記事を案内'));
    await userEvent.fill(find('#article-query'), '返品');
    await expect.poll(() => document.querySelector('[role=option]')?.textContent).toContain('箱のない返品');
    await expectAccessible(ticket);
    await userEvent.click(find('[role=option]'));
    await expect.poll(() => reply().value).toBe(`箱のない返品\n${location.origin}${url}\n`);
    expect(asked(linking).map(({ json }) => json)).toEqual([{ url }]);
  });
});

describe('the composer on a phone', () => {
  it('stays in sight, small until somebody writes, and can be folded', async () => {
    await page.viewport(390, 700);
    const many = Array.from({ length: 12 }, (_, index) => messageOf(String(index)));
    await open({ [address]: ticketOf('M-AAAA', { messages: many }) }, 'en');
    const form = find('.ticket-composer');
    expect(form.getBoundingClientRect().bottom).toBeLessThanOrEqual(700);
    const folded = form.getBoundingClientRect().height;
    expect(folded).toBeLessThan(160);
    await userEvent.click(reply());
    await expect.poll(() => form.getBoundingClientRect().height).toBeGreaterThan(folded);
    expect(form.getBoundingClientRect().height).toBeLessThanOrEqual(700 * 0.75 + 1);
    await userEvent.click(button('Close'));
    await expect.poll(() => form.getBoundingClientRect().height).toBe(folded);
  });
});
