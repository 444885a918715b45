import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { minuteMs, place, sample, titles, useNotices } from './noticed.ts';

const snow = sample({ id: 'snow', title: '雪', categories: ['delivery'] });
const cards = sample({ id: 'cards', title: 'カード', severity: 'major' });
const isOpen = (id: string) => find(`[data-id=${id}] details`).hasAttribute('open');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('notices that a reader folds', () => {
  it('stay folded for this visit', async () => {
    useNotices([snow]);
    place([snow]);
    expect(isOpen('snow')).toBe(true);
    find('summary').click();
    expect(isOpen('snow')).toBe(false);
    place([snow]);
    expect(isOpen('snow')).toBe(false);
    vi.useRealTimers();
    await expectAccessible(find('mado-notices'));
    find('summary').click();
    place([snow]);
    expect(isOpen('snow')).toBe(true);
  });

  it('are folded under a major one, unless the reader opened them', async () => {
    useNotices([cards, snow]);
    place([cards, snow]);
    expect(document.querySelectorAll('details')).toHaveLength(1);
    expect(isOpen('snow')).toBe(false);
    find('summary').click();
    expect(isOpen('snow')).toBe(true);
    place([cards, snow]);
    expect(isOpen('snow')).toBe(true);
  });

  it('are folded as a major one comes, and open again as it ends', async () => {
    const file = useNotices([cards, snow]);
    place([snow]);
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(titles()).toEqual(['カード', '雪']));
    expect(isOpen('snow')).toBe(false);
    file.says = [snow];
    await vi.advanceTimersByTimeAsync(minuteMs);
    await vi.waitFor(() => expect(titles()).toEqual(['雪']));
    expect(isOpen('snow')).toBe(true);
  });
});
