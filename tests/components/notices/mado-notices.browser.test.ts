import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { minuteMs, place, sample, status, titles, useNotices } from './noticed.ts';

const snow = sample({ id: 'snow', title: '雪', categories: ['delivery'] });
const cards = sample({ id: 'cards', title: 'カード', severity: 'major' });
const solution = { at: new Date(0).toISOString(), text: '直りました', isSolved: true };
const titlesOf = (notices: { title: string }[]) => notices.map(({ title }) => title).join();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('notices that the API put into the page', () => {
  it('are left alone for a minute, then asked for each minute', async () => {
    const file = useNotices([snow]);
    place([snow]);
    await vi.advanceTimersByTimeAsync(minuteMs - 2000);
    expect(file.asked).toEqual([]);
    for (const times of [1, 2, 3]) {
      await vi.advanceTimersByTimeAsync(minuteMs);
      await vi.waitFor(() => expect(file.asked).toHaveLength(times));
    }
    expect(new Set(file.asked)).toEqual(new Set(['/notices/ja.json']));
    expect(titles()).toEqual(['雪']);
    expect(status()).toBe('');
  });

  it('are joined by a new one, which is announced once and moves no focus', async () => {
    useNotices([cards, snow]);
    place([snow]);
    find('.notice-item a').focus();
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(titles()).toEqual(['カード', '雪']));
    expect(status()).toBe('新しいお知らせ：カード');
    expect(document.activeElement).toBe(find('[data-id=snow] a'));
    vi.useRealTimers();
    await expectAccessible(find('mado-notices'));
  });

  it('show what changed, with the focus where it was', async () => {
    useNotices([sample({ id: 'snow', title: '雪', text: '続報です' })]);
    place([snow]);
    find('summary').focus();
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(find('.notice-body').textContent).toContain('続報です'));
    expect(document.activeElement).toBe(find('summary'));
    expect(status()).toBe('お知らせの更新：雪');
  });

  it('say what became more serious, what is solved and what is over', async () => {
    const graver = sample({ id: 'snow', title: '雪', severity: 'major', text: '全域です' });
    const solved = { ...sample({ id: 'mail', title: 'メール', text: '直りました' }), updates: [solution] };
    useNotices([graver, solved]);
    place([snow, sample({ id: 'mail', title: 'メール' }), sample({ id: 'gone', title: '休業' })]);
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(status()).toBe('重要度が上がりました：雪。解消：メール。お知らせの終了：休業'));
  });

  it('keep the focus when their order changes', async () => {
    useNotices([cards, sample({ id: 'snow', title: '雪', categories: ['delivery'] })]);
    place([snow, cards]);
    find('[data-id=cards] a').focus();
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(titles()).toEqual(['カード', '雪']));
    expect(document.activeElement).toBe(find('[data-id=cards] a'));
  });

  it('hand the focus on when the one that had it ends, in the end to the page', async () => {
    const file = useNotices([cards]);
    place([snow, cards]);
    find('main').tabIndex = -1;
    find('[data-id=snow] summary').focus();
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(titles()).toEqual(['カード']));
    expect(document.activeElement).toBe(find('[data-id=cards] a'));
    file.says = [];
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(titles()).toEqual([]));
    expect(document.activeElement).toBe(find('main'));
  });

  it('show the answer to the latest question, even if an earlier one comes after it', async () => {
    const answers: ((notices: (typeof snow)[]) => void)[] = [];
    vi.stubGlobal('fetch', () => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      answers.push((notices) => resolve({ ok: true, json: async () => ({ version: titlesOf(notices), notices }) }));
      return promise;
    });
    place([snow]);
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(answers).toHaveLength(2);
    answers[1]?.([cards]);
    await vi.waitFor(() => expect(titles()).toEqual(['カード']));
    answers[0]?.([snow]);
    await vi.advanceTimersByTimeAsync(100);
    expect(titles()).toEqual(['カード']);
    vi.unstubAllGlobals();
  });

  it('leave when they are over by the reader’s own clock, with nobody asked', async () => {
    const file = useNotices('unreachable');
    place([sample({ id: 'snow', title: '雪', endsAt: Date.now() + 20_000 }), cards]);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(titles()).toEqual(['雪', 'カード']);
    const asked = file.asked.length;
    await vi.advanceTimersByTimeAsync(1500);
    expect(titles()).toEqual(['カード']);
    expect(file.asked).toHaveLength(asked);
  });

  it('leave no trace when the last one goes', async () => {
    useNotices([]);
    const element = place([snow]);
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(element.querySelector('section')).toBeNull());
    expect(element.getBoundingClientRect().height).toBe(0);
  });

  it.for([
    ['ja', /^\d+:\d\d時点の情報です/],
    ['en', /^As of \d+:\d\d\./],
  ] as const)('stay when the request fails, and say since when nothing is known (%s)', async ([language, says]) => {
    const file = useNotices('unreachable');
    const element = place([snow], { language });
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(find('.notices-as-of').textContent).toMatch(says));
    expect(titles()).toEqual(['雪']);
    vi.useRealTimers();
    await expectAccessible(element);
    file.says = [snow];
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(element.querySelector('.notices-as-of')).toBeNull());
  });

  it('are asked for at once when the page is seen again', async () => {
    const file = useNotices([cards]);
    place([snow]);
    const before = file.asked.length;
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(file.asked).toHaveLength(before + 1);
    await vi.waitFor(() => expect(titles()).toEqual(['カード']));
  });

  it('ask for nothing while nobody sees the page', async () => {
    const file = useNotices([cards]);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    place([snow]);
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect(file.asked).toEqual([]);
    hidden.mockRestore();
  });
});
