import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { place, sample, titles, useNotices } from './noticed.ts';

const minuteMs = 60_000;
const snow = sample({ id: 'snow', title: '雪', categories: ['delivery'] });
const cards = sample({ id: 'cards', title: 'カード', severity: 'major' });
const status = () => find('mado-notices [role=status]').textContent;

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
    expect(status()).toBe('');
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

  it('can be folded for this visit, unless they are major', async () => {
    useNotices([cards, snow]);
    place([cards, snow]);
    expect(document.querySelectorAll('details')).toHaveLength(1);
    find('summary').click();
    await vi.waitFor(() => expect(sessionStorage.getItem('mado-folded')).toBe('snow'));
    place([cards, snow]);
    expect(find('details')).not.toHaveProperty('open', true);
    vi.useRealTimers();
    await expectAccessible(find('mado-notices'));
    find('summary').click();
    await vi.waitFor(() => expect(sessionStorage.getItem('mado-folded')).toBe(''));
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

describe('a page that no API filled', () => {
  it('asks at once, and shows only what concerns it, without announcing it', async () => {
    const everywhere = sample({ id: 'all', title: 'すべて' });
    useNotices([cards, snow, everywhere]);
    place([], { isFilled: false, category: 'returns' });
    await vi.waitFor(() => expect(titles()).toEqual(['カード', 'すべて']));
    expect(status()).toBe('');
    vi.useRealTimers();
    await expectAccessible(find('mado-notices'));
  });

  it('says nothing when nothing can be known', async () => {
    const file = useNotices('unreachable');
    const element = place([], { isFilled: false });
    await vi.waitFor(() => expect(file.asked).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(10);
    expect(element.textContent).toBe('');
  });

  it('announces what begins later', async () => {
    const file = useNotices([]);
    place([], { isFilled: false, language: 'en' });
    await vi.waitFor(() => expect(file.asked).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(10);
    file.says = [snow];
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(status()).toBe('New notice: 雪'));
  });
});
