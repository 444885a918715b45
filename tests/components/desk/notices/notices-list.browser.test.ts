import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-notices.css';
import '../../../../components/desk/notices/mado-desk-notices.ts';
import { templates } from '../../../../components/desk/notices/templates.ts';
import type { NoticeWithHistory } from '../../../../api/notices/contract.ts';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, show } from '../../fixtures.ts';
import { type Answer, useServer } from '../../network.ts';

const ids = {
  snow: '01234567-89ab-7def-8123-456789abcdef',
  flood: '01234567-89ab-7def-8123-456789abcde0',
} as const;

function noticeOf(id: string, change: Partial<NoticeWithHistory> = {}): NoticeWithHistory {
  return {
    ...templates.delay,
    id,
    kind: 'delay',
    startsAt: Date.parse('2026-11-16T10:00:00+09:00'),
    endsAt: null,
    categories: [],
    view: 'current',
    version: 1,
    updates: [],
    events: [{ kind: 'published', by: '高橋誠', createdAt: Date.parse('2026-11-16T10:00:00+09:00') }],
    ...change,
  };
}

const listOf = (all: string[], next: string | null = null): Answer => ({
  status: 200,
  json: { notices: all.map((id) => noticeOf(id)), next },
});

function open(hash = ''): HTMLElement {
  show('');
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const list = document.createElement('mado-desk-notices');
  Object.assign(list, { language: 'ja', timeZone: 'Asia/Tokyo' });
  find('main').append(list);
  return list;
}

const addresses = () => [...document.querySelectorAll('.desk-tickets a')].map((line) => line.getAttribute('href'));
const problem = () => document.querySelector('[role=alert]')?.textContent.trim();
const action = (label: string) =>
  [...document.querySelectorAll<HTMLElement>('.notice-actions :is(a, button)')].find(
    ({ textContent }) => textContent.trim() === label,
  );

describe('the list of notices', () => {
  it('shows what is current, and where one is written', async () => {
    const sent = useServer(listOf([ids.snow, ids.flood]));
    const list = open();
    await expect.poll(addresses).toEqual([`#/notices/current/${ids.snow}`, `#/notices/current/${ids.flood}`]);
    expect(sent).toMatchObject([{ path: '/api/notices', query: { view: 'current' } }]);
    await expectAccessible(list);
    await userEvent.click(find('.notice-create a'));
    await expect.poll(() => document.querySelector('mado-desk-notice-form')).not.toBeNull();
    expect(addresses()).toHaveLength(2);
  });

  it('says what a view does not hold, and that the server does not answer', async () => {
    useServer('unreachable', listOf([]));
    open('#/notices/planned');
    await expect.poll(problem).toContain('サーバーに接続できません');
    await userEvent.click(find('[role=alert] button'));
    await expect.poll(() => find('.desk-empty').textContent).toBe('予定しているお知らせはありません。');
  });

  it('opens what its address names, to be edited where it says so', async () => {
    useServer(listOf([ids.snow]), { status: 200, json: noticeOf(ids.snow) });
    open(`#/notices/current/${ids.snow}/edit`);
    await expect.poll(() => document.querySelector('mado-desk-notice-form h2')?.textContent).toBe('お知らせを編集');
    expect(document.querySelector('.notice-actions')).toBeNull();
  });

  it('is fetched again after a change, which is said where it was made', async () => {
    const ended = noticeOf(ids.snow, { view: 'ended', version: 2 });
    const sent = useServer(
      listOf([ids.snow, ids.flood]),
      { status: 200, json: noticeOf(ids.snow) },
      { status: 200, json: ended },
      listOf([ids.flood]),
    );
    open();
    await expect.poll(addresses).toHaveLength(2);
    find('.desk-tickets a').click();
    await expect.poll(() => action('今すぐ終了する')).toBeDefined();
    await userEvent.click(action('今すぐ終了する') ?? document.body);
    await expect.poll(() => document.activeElement?.textContent).toBe('終了しました');
    await expect.poll(addresses).toEqual([`#/notices/current/${ids.flood}`]);
    expect(sent[2]).toMatchObject({ method: 'PUT', path: `/api/notices/${ids.snow}/end`, json: { version: 1 } });
  });
});

describe('a notice at the desk', () => {
  it('keeps an update that was refused, beside the latest, and sends it anew', async () => {
    const sent = useServer(
      listOf([ids.snow]),
      { status: 200, json: noticeOf(ids.snow) },
      { problem: new Problem('state-changed').body('ja') },
      { status: 200, json: noticeOf(ids.snow, { version: 4 }) },
      { status: 201, json: noticeOf(ids.snow, { version: 5 }) },
      listOf([ids.snow]),
    );
    open();
    await expect.poll(addresses).toHaveLength(1);
    find('.desk-tickets a').click();
    await expect.poll(() => document.querySelector('#notice-update-ja')).not.toBeNull();
    await userEvent.fill(find('#notice-update-ja'), '雪がやみました');
    await userEvent.fill(find('#notice-update-en'), 'The snow has stopped');
    await userEvent.click(find('.notice-update-form button[type=submit]'));
    await expect.poll(problem).toContain('ほかの人が先に更新しました');
    expect(find('#notice-update-ja')).toHaveProperty('value', '雪がやみました');
    await userEvent.click(find('.notice-update-form button[type=submit]'));
    await expect.poll(() => sent[4]?.json).toMatchObject({ version: 4, text: { ja: '雪がやみました' } });
    await expect.poll(() => document.activeElement?.textContent).toBe('経過を公開しました');
    expect(find('#notice-update-ja')).toHaveProperty('value', '');
    expect(sessionStorage.getItem(`mado-draft-notice-update-${ids.snow}`)).toBeNull();
  });
});
