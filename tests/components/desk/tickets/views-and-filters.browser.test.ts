import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../../accessible.ts';
import { find } from '../../fixtures.ts';
import { useListSurroundings, useServer } from '../../network.ts';
import { useStream } from './live-stand-in.ts';
import { button, colleagues, lines, makoto, openList, references } from './open-list.ts';
import { listOf, summaryOf } from './summaries.ts';

const counts = { 'to-answer': 12, mine: 3, waiting: 1000 };
const saved = {
  id: 'v1',
  name: '至急の返品',
  isShared: true,
  isOwn: true,
  filter: { view: 'mine', tag: '返品', priority: 'urgent' },
};
const noContent = () => new Response(null, { status: 204 });
const chips = () =>
  [...document.querySelectorAll('.chip')].map(({ textContent }) => textContent.replace('×', '').trim());
const full = summaryOf('M-AAAA', {
  priority: 'urgent',
  tags: ['返品', '確認'],
  language: 'en',
  channel: 'email',
  assignee: { id: 'a2', name: '青木 彩' },
  dueAt: Date.now() - 130 * 60_000,
});

describe.for(['ja', 'en'] as const)('a line in %s', (language) => {
  it.for([390, 1280])('says what an agent decides by, in words too, at %i px', async (width) => {
    useStream();
    useListSurroundings({ counts: {}, colleagues, views: { views: [] } });
    const soon = summaryOf('M-BBBB', { dueAt: Date.now() + 20 * 60_000, priority: 'low', language });
    useServer(listOf([full, soon, summaryOf('M-CCCC', { waitingSince: Date.now() - 3 * 3_600_000 })]));
    useListSurroundings({ counts, colleagues, views: { views: [] } });
    const list = await openList({ language, width });
    await expect.poll(references).toHaveLength(3);
    // Channels are called what the portal calls them, as soon as that is there.
    await expect.poll(() => find('.line-way').textContent).toMatch(/メール|E-mail/);
    const [first, second, third] = lines().map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '));
    const words =
      language === 'ja'
        ? ['期限を2時間超過', '至急', 'メール', '担当：青木 彩', '期限まで20分', '低', '3時間お待ち']
        : ['Overdue by 2 h', 'Urgent', 'E-mail', 'Assigned to 青木 彩', 'Due in 20 min', 'Low', 'Waiting 3 h'];
    for (const word of [...words.slice(0, 4), '返品', '確認']) expect(first).toContain(word);
    for (const word of words.slice(4, 6)) expect(second).toContain(word);
    expect(third).toContain(words[6]);
    expect(lines()[0]?.querySelectorAll('.line-mark').length).toBe(3);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await expectAccessible(list);
  });
});

describe('the views', () => {
  it('say how many tickets they hold, and lead to them', async () => {
    useStream();
    useListSurroundings({ counts, colleagues, views: { views: [] } });
    useServer(listOf(['M-AAAA']));
    const list = await openList();
    await expect.poll(() => document.querySelector('.rail-count')?.textContent).toContain('12');
    const texts = [...document.querySelectorAll('.desk-views a')].map((link) =>
      link.textContent.replaceAll(/\s+/g, ''),
    );
    expect(texts).toHaveLength(10);
    expect(texts.slice(0, 2)).toEqual(['要返信1212件', '自分の担当33件']);
    expect(texts).toContain('お客様待ち・保留1,000+1,000+件');
    await expectAccessible(list);
  });

  it('that were saved stand below, are current where their filters are in force, and can be deleted and brought back', async () => {
    useStream();
    useListSurroundings({ counts, colleagues, views: { views: [saved] } });
    const sent = useServer(listOf(['M-AAAA']), noContent(), { status: 201, json: { ...saved, id: 'v2' } });
    const list = await openList({ hash: '#/tickets/mine?priority=urgent&tag=%E8%BF%94%E5%93%81' });
    await expect
      .poll(() => document.querySelector('.desk-views [aria-current=page]')?.textContent)
      .toContain('至急の返品');
    await expectAccessible(list);
    await userEvent.click(button('「至急の返品」を削除'));
    await expect.poll(() => find('.list-done').textContent).toContain('「至急の返品」を削除しました');
    expect(sent.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/desk/views/v1' });
    expect(document.querySelector('.rail-saved')).toBeNull();
    await userEvent.click(button('元に戻す'));
    await expect.poll(() => document.querySelector('.rail-saved')).not.toBeNull();
    expect(sent.at(-1)?.json).toEqual({ name: saved.name, isShared: true, filter: saved.filter });
  });

  it('that were saved are given another name where their filters are', async () => {
    useStream();
    useListSurroundings({ counts, colleagues, views: { views: [{ ...saved, isOwn: true }] } });
    const renamed = { ...saved, name: '至急', isShared: false };
    const sent = useServer(listOf(['M-AAAA']), { status: 200, json: renamed });
    await openList({ hash: '#/tickets/mine?priority=urgent&tag=%E8%BF%94%E5%93%81' });
    await expect.poll(() => document.querySelector('.rail-saved')).not.toBeNull();
    await userEvent.click(find('.list-filter'));
    expect((find('#view-name') as HTMLInputElement).value).toBe(saved.name);
    expect((find('.list-share input') as HTMLInputElement).checked).toBe(true);
    await userEvent.fill(find('#view-name'), '至急');
    await userEvent.click(find('.list-share input'));
    await userEvent.click(find('.list-save .button'));
    await expect.poll(() => find('.rail-saved a').textContent.trim()).toBe('至急');
    expect(sent.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/api/desk/views/v1',
      json: { name: '至急', isShared: false },
    });
    // What was unfolded for it is folded again.
    await expect.poll(() => find('.list-filters').checkVisibility()).toBe(false);
    expect(document.activeElement).toBe(find('.list-filter'));
  });

  it('are folded on a phone behind the one that is shown', async () => {
    useStream();
    useListSurroundings({ counts, colleagues, views: { views: [] } });
    useServer(listOf(['M-AAAA']), listOf(['M-BBBB']));
    const list = await openList({ width: 390 });
    await expect.poll(() => find('.rail-button').textContent.replaceAll(/\s+/g, '')).toBe('要返信1212件');
    expect(find('.rail-views').checkVisibility()).toBe(false);
    await userEvent.click(find('.rail-button'));
    await expectAccessible(list);
    for (const link of document.querySelectorAll('.desk-views a'))
      expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    await userEvent.click(find('.desk-views a[href="#/tickets/mine"]'));
    await expect.poll(references).toEqual(['M-BBBB']);
    expect(find('.rail-views').checkVisibility()).toBe(false);
  });
});

describe('the filters', () => {
  it('stand in the address, are asked of the API, and go one by one', async () => {
    useStream();
    useListSurroundings({ counts, colleagues, views: { views: [] } });
    const sent = useServer(listOf(['M-AAAA']), listOf(['M-AAAA']), listOf(['M-AAAA', 'M-BBBB']));
    await openList({ hash: '#/tickets/mine?tag=返品&assignee=a2&unknown=x' });
    await expect.poll(chips).toEqual(['タグ：返品', '担当者：青木 彩']);
    expect(sent[0]?.query).toEqual({ view: 'mine', tag: '返品', assignee: 'a2' });
    await userEvent.click(button('条件「担当者：青木 彩」を外す'));
    await expect.poll(() => sent.at(-1)?.query).toEqual({ view: 'mine', tag: '返品' });
    expect(new URLSearchParams(location.hash.split('?')[1]).toString()).toBe(
      new URLSearchParams({ tag: '返品' }).toString(),
    );
    await userEvent.click(button('条件「タグ：返品」を外す'));
    await expect.poll(() => location.hash).toBe('#/tickets/mine');
  });

  it.for(['ja', 'en'] as const)('are chosen from lists, and saved under a name: %s', async (language) => {
    useStream();
    useListSurroundings({ counts, colleagues, views: { views: [] } });
    const sent = useServer(listOf(['M-AAAA']), listOf([]), { status: 201, json: saved });
    const list = await openList({ hash: '#/tickets/mine', language, width: 390 });
    await expect.poll(references).toHaveLength(1);
    await userEvent.click(find('.list-filter'));
    await userEvent.selectOptions(find('#filter-priority'), 'urgent');
    await expect.poll(() => sent.at(-1)?.query).toEqual({ view: 'mine', priority: 'urgent' });
    await expect
      .poll(() => document.querySelector('.desk-empty')?.textContent)
      .toContain(language === 'ja' ? '条件に合う' : 'No ticket fits');
    await expectAccessible(list);
    await userEvent.fill(find('#view-name'), saved.name);
    await userEvent.click(find('.list-share input'));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => sent.at(-1)?.path).toBe('/api/desk/views');
    expect(sent.at(-1)?.json).toEqual({
      name: saved.name,
      isShared: true,
      filter: { view: 'mine', priority: 'urgent' },
    });
    await expect.poll(() => find('.list-done').textContent).toContain(saved.name);
  });
});

describe('the channels to choose from', () => {
  it('are those of the portal, whatever they are called', async () => {
    useStream();
    const channels = [...colleagues.channels, { id: 'postcard', name: { ja: 'はがき', en: 'Postcard' } }];
    useListSurroundings({ counts, colleagues: { ...colleagues, channels }, views: { views: [] } });
    useServer({ status: 200, json: { tickets: [{ ...summaryOf('M-AAAA'), channel: 'postcard' }], next: null } });
    await openList({ hash: '#/tickets/mine?channel=postcard' });
    await expect.poll(chips).toEqual(['受付方法：はがき']);
    expect(find('.line-way').textContent).toContain('はがき');
    await userEvent.click(find('.list-filter'));
    expect([...(find('#filter-channel') as HTMLSelectElement).options].map(({ text }) => text)).toEqual([
      '指定なし',
      ...channels.map(({ name }) => name.ja),
    ]);
  });
});

describe('the search', () => {
  const result = { ticket: summaryOf('M-AAAA'), excerpt: '…箱を捨てた靴の返品について…' };

  it('finds in the whole desk, marks the words, goes on, and stands in the address', async () => {
    useStream();
    const sent = useServer(
      listOf(['M-BBBB']),
      { status: 200, json: { results: [result], next: 'n' } },
      { status: 200, json: { results: [{ ...result, ticket: summaryOf('M-CCCC') }], next: null } },
    );
    const list = await openList();
    await expect.poll(references).toEqual(['M-BBBB']);
    await userEvent.fill(find('#desk-search'), ' 返品 箱 ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(references).toEqual(['M-AAAA']);
    expect(sent[1]).toMatchObject({ path: '/api/desk/search', query: { q: '返品 箱' } });
    expect(location.hash).toBe(`#/tickets/search?q=${encodeURIComponent('返品')}+${encodeURIComponent('箱')}`);
    expect([...document.querySelectorAll('.line-excerpt mark')].map(({ textContent }) => textContent)).toEqual([
      '箱',
      '返品',
    ]);
    await expectAccessible(list);
    await userEvent.click(find('.desk-tickets + p button'));
    await expect.poll(references).toEqual(['M-AAAA', 'M-CCCC']);
    expect(sent[2]?.query).toEqual({ q: '返品 箱', after: 'n' });
  });

  it('goes on where it had found nothing when its time was up', async () => {
    useStream();
    const sent = useServer(
      { status: 200, json: { results: [], next: '7' } },
      { status: 200, json: { results: [result], next: null } },
    );
    await openList({ hash: '#/tickets/search?q=箱' });
    await expect.poll(references).toEqual(['M-AAAA']);
    expect(sent[1]?.query).toEqual({ q: '箱', after: '7' });
  });

  it('says that it found nothing, and what to do', async () => {
    useStream();
    useServer({ status: 200, json: { results: [], next: null } });
    const list = await openList({ hash: '#/tickets/search?q=zzz', language: 'en' });
    await expect.poll(() => find('.desk-empty').textContent).toContain('Nothing was found for “zzz”');
    expect(find('#desk-search')).toHaveProperty('value', 'zzz');
    await expectAccessible(list);
  });

  it('asks nothing without words', async () => {
    useStream();
    const sent = useServer();
    await openList({ hash: '#/tickets/search' });
    await expect.poll(() => find('.desk-empty').textContent).toContain('入力して検索');
    expect(sent).toEqual([]);
  });

  it('is not sent by the Enter that ends a conversion', async () => {
    useStream();
    useServer(listOf(['M-BBBB']));
    await openList();
    await expect.poll(references).toHaveLength(1);
    const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    find('#desk-search').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });
});

it('whoever may only read has nothing to select with', async () => {
  useStream();
  useServer(listOf(['M-AAAA']));
  const list = await openList({ account: { ...makoto, role: 'moderator' } });
  await expect.poll(references).toHaveLength(1);
  expect(document.querySelector('.row-select')).toBeNull();
  await expectAccessible(list);
});
