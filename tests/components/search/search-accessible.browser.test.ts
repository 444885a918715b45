import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { activeOption, announced, openSearch, options, returns } from './searching.ts';

describe('the search box has no barriers', () => {
  it.for(['ja', 'en'] as const)('before anything is typed, in %s', async (language) => {
    openSearch({ language });
    await expectAccessible(find('main'));
  });

  it('with results, one of them chosen', async () => {
    openSearch();
    await userEvent.fill(fieldNamed('q'), '返品');
    await expect.poll(options).toHaveLength(3);
    await expectAccessible(find('main'));
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returns.title);
    await expectAccessible(find('main'));
  });

  it('when nothing fits', async () => {
    openSearch();
    await userEvent.fill(fieldNamed('q'), '領収書');
    await expect.poll(announced).toContain('見つかりませんでした');
    await expectAccessible(find('main'));
  });

  it('on the search page, with results and with none', async () => {
    openSearch({ isResultsPage: true });
    await userEvent.fill(fieldNamed('q'), '返品');
    await expect.poll(announced).toBe('3件見つかりました');
    await expectAccessible(find('main'));
    await userEvent.fill(fieldNamed('q'), '領収書');
    await expect.poll(announced).toContain('見つかりませんでした');
    await expectAccessible(find('main'));
  });
});
