import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { minuteMs, place, sample, status, titles, useNotices } from './noticed.ts';

const snow = sample({ id: 'snow', title: '雪', categories: ['delivery'] });
const cards = sample({ id: 'cards', title: 'カード', severity: 'major' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
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

describe('a page that the service worker answered from its copy', () => {
  it('asks at once, and says when what it shows was known', async () => {
    const keptAt = new Date('2026-11-14T09:05:00+09:00');
    const pages = await caches.open('mado-pages');
    await pages.put(location.pathname, new Response('', { headers: { 'X-Kept-At': String(keptAt.getTime()) } }));
    document.documentElement.dataset['offline'] = 'kept';
    onTestFinished(async () => {
      delete document.documentElement.dataset['offline'];
      await caches.delete('mado-pages');
    });
    const file = useNotices('unreachable');
    const over = sample({ id: 'over', title: '終わった', endsAt: Date.now() - 1000 });
    place([over, snow], { language: 'en' });
    await vi.waitFor(() => expect(file.asked).toEqual(['/notices/en.json']));
    await vi.waitFor(() => expect(find('.notices-as-of').textContent).toMatch(/^As of 14 November at 9:05\./));
    expect(titles()).toEqual(['雪']);
    expect(status()).toBe('');
    file.says = [snow];
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(document.querySelector('.notices-as-of')).toBeNull());
  });
});
