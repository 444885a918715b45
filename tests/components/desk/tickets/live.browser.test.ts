import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, listen } from '../../fixtures.ts';
import { type Answer, useListSurroundings, useServer } from '../../network.ts';
import { useStream } from './live-stand-in.ts';
import { button, lines, openList, references } from './open-list.ts';
import { listOf, summaryOf } from './summaries.ts';

const ticket = (reference: string, version: number) => ({ kind: 'ticket', reference, version, state: 'open' }) as const;

/** A list of two that the stream is open for. */
async function openLive(answers: Answer[], opening: Parameters<typeof openList>[0] = {}) {
  const streams = useStream();
  useListSurroundings({ counts: { 'to-answer': 2 } });
  const sent = useServer(listOf(['M-AAAA', 'M-BBBB']), ...answers);
  const list = await openList(opening);
  await expect.poll(references).toEqual(['M-AAAA', 'M-BBBB']);
  await expect.poll(() => streams.length).toBe(1);
  const [stream] = streams;
  if (!stream) throw new Error('No stream was opened');
  stream.open();
  return { sent, list, stream, streams };
}

describe('the live list', () => {
  it('is told by a stream, and takes a change up in place, with a mark until it is opened', async () => {
    const moved = summaryOf('M-BBBB', { version: 2, state: 'waiting' });
    const gone: Answer = { problem: new Problem('not-found').body('ja') };
    const { list, stream, sent } = await openLive([listOf([moved, 'M-AAAA']), gone, listOf([])]);
    expect(stream.url).toBe('/api/desk/live');
    const [, second] = lines();
    stream.say(ticket('M-BBBB', 2));
    await expect.poll(() => lines()[1]?.textContent).toContain('お客様の返信待ち');
    expect(references()).toEqual(['M-AAAA', 'M-BBBB']);
    // The line itself, not another in its place.
    expect(lines()[1]).toBe(second);
    expect(find('.line-changed').textContent).toBe('更新あり');
    await expectAccessible(list);
    lines()[1]?.click();
    await expect.poll(() => document.querySelector('.line-changed')).toBeNull();
    expect(sent[1]?.query).toEqual({ view: 'to-answer' });
  });

  it('fetches what came before the stream was open, and then nothing that is known already', async () => {
    const { stream, sent } = await openLive([listOf(['M-AAAA', 'M-BBBB', 'M-CCCC'])]);
    await expect.poll(references).toHaveLength(3);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    stream.say(ticket('M-AAAA', 1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(2);
  });

  it('keeps what comes above apart while somebody is in the list, and shows it when asked', async () => {
    const fresh = ['M-CCCC', 'M-DDDD', 'M-AAAA', 'M-BBBB'];
    const { stream, list } = await openLive([listOf(fresh), listOf(fresh)]);
    lines()[0]?.focus();
    stream.say(ticket('M-CCCC', 1));
    stream.say(ticket('M-DDDD', 1));
    await expect.poll(() => find('.list-news').textContent.trim()).toBe('新着2件を表示');
    expect(references()).toEqual(['M-AAAA', 'M-BBBB']);
    expect(document.activeElement).toBe(lines()[0]);
    await expectAccessible(list);
    await userEvent.click(button('新着2件を表示'));
    await expect.poll(references).toEqual(fresh);
    await expect.poll(() => document.activeElement).toBe(lines()[0]);
    expect(find('.list-news').textContent.trim()).toBe('');
  });

  it('shows what comes above at once where nobody is in the list', async () => {
    const { stream } = await openLive([listOf(['M-CCCC', 'M-AAAA', 'M-BBBB'])]);
    await userEvent.hover(find('.desk-open'));
    stream.say(ticket('M-CCCC', 1));
    await expect.poll(references).toEqual(['M-CCCC', 'M-AAAA', 'M-BBBB']);
  });

  it('adds what comes below, and sees off what has gone; the focus goes to the line in its place', async () => {
    const { stream } = await openLive([listOf(['M-BBBB', 'M-CCCC'])]);
    lines()[0]?.focus();
    stream.say(ticket('M-AAAA', 2));
    await expect.poll(references).toEqual(['M-BBBB', 'M-CCCC']);
    await expect.poll(() => document.activeElement).toBe(lines()[0]);
  });

  it('tells the page who is at a ticket, and what has changed', async () => {
    const presences = listen('mado-live-presence');
    const changes = listen('mado-live-ticket');
    const { stream } = await openLive([listOf(['M-AAAA', 'M-BBBB'])]);
    const present = [{ accountId: 'a2', name: '青木 彩', isWriting: true, seenAt: 1 }];
    stream.say({ kind: 'presence', reference: 'M-AAAA', present });
    stream.say(ticket('M-AAAA', 7));
    expect(presences).toEqual([{ version: 1, reference: 'M-AAAA', present }]);
    expect(changes).toEqual([{ version: 1, reference: 'M-AAAA', ticketVersion: 7, state: 'open' }]);
  });

  it('counts for the desk’s title', async () => {
    const heard = listen('mado-desk-count');
    await openLive([]);
    await expect.poll(() => heard.at(-1)).toEqual({ version: 1, count: 2 });
  });

  it('gives the stream back when it leaves the page', async () => {
    const { stream, list } = await openLive([]);
    list.remove();
    expect(stream.readyState).toBe(2);
  });
});

describe('a stream that breaks', () => {
  it.for(['ja', 'en'] as const)(
    'is said when it is refused, and the list can be fetched by hand: %s',
    async (language) => {
      const { stream, list } = await openLive([listOf(['M-AAAA', 'M-BBBB', 'M-CCCC'])], { language, width: 390 });
      stream.break(true);
      await expect
        .poll(() => find('.list-news').textContent)
        .toContain(language === 'ja' ? '自動更新が止まっています' : 'does not update by itself');
      await expectAccessible(list);
      await userEvent.click(find('.list-broken button'));
      await expect.poll(references).toHaveLength(3);
    },
  );

  it('and comes back at once is not spoken of; nothing is lost', async () => {
    const { stream, sent } = await openLive([]);
    stream.break(false);
    stream.open();
    expect(find('.list-news').textContent.trim()).toBe('');
    expect(sent).toHaveLength(1);
  });

  it('of which nothing is known any more has the list fetched', async () => {
    const { stream } = await openLive([listOf(['M-AAAA'])]);
    stream.dispatchEvent(new Event('reload'));
    await expect.poll(references).toEqual(['M-AAAA']);
  });

  it('is tried again each minute, and the list fetched meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { stream, streams } = await openLive([listOf(['M-AAAA', 'M-BBBB', 'M-CCCC'])]);
    stream.break(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(streams).toHaveLength(2);
    await expect.poll(references).toHaveLength(3);
    streams[1]?.open();
    await expect.poll(() => find('.list-news').textContent.trim()).toBe('');
  });
});
