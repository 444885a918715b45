import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-nav.css';
import '../../../../components/desk/tickets/mado-desk-tickets.ts';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, listen, show } from '../../fixtures.ts';
import { useServer } from '../../network.ts';
import { listOf, summaryOf } from './summaries.ts';
import { ticketOf } from './ticketed.ts';

/** Puts the list on a page with that address. */
function open(hash = '', language: 'ja' | 'en' = 'ja'): HTMLElement {
  show('', language);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const list = document.createElement('mado-desk-tickets');
  Object.assign(list, { language, timeZone: 'Asia/Tokyo' });
  find('main').append(list);
  return list;
}

const lines = () => [...document.querySelectorAll<HTMLAnchorElement>('.desk-tickets a')];
const references = () => lines().map((line) => line.querySelector('.reference')?.textContent);
const status = () => find('.desk-list > p[role=status]').textContent.trim();
const more = () => find('.desk-tickets + p button');

describe('the list of tickets', () => {
  it('says that it is on its way, then shows what has to be answered, and says how many', async () => {
    const sent = useServer(listOf(['M-AAAA', 'M-BBBB']));
    const list = open();
    await expect.poll(status).toBe('読み込んでいます…');
    await expect.poll(references).toEqual(['M-AAAA', 'M-BBBB']);
    expect(sent).toMatchObject([{ path: '/api/tickets', query: { view: 'to-answer' }, language: 'ja' }]);
    expect(status()).toBe('2件を表示しています');
    expect(find('.desk-choose').textContent).toBe('一覧からお問い合わせをお選びください。');
    await expectAccessible(list);
  });

  it('speaks English', async () => {
    useServer(listOf(['M-AAAA']));
    open('', 'en');
    await expect.poll(references).toEqual(['M-AAAA']);
    expect(status()).toBe('1 shown');
    expect(find('.desk-views [aria-current=page]').textContent.trim()).toBe('To answer');
  });

  it('says which reply is overdue', async () => {
    const late = summaryOf('M-AAAA', { promisedBy: Date.parse('2026-11-16T18:00:00+09:00') });
    useServer({ status: 200, json: { tickets: [late, summaryOf('M-BBBB')], next: null } });
    open();
    await expect.poll(references).toEqual(['M-AAAA', 'M-BBBB']);
    const marks = lines().map((line) => line.querySelector('[data-state=late]')?.textContent);
    expect(marks).toEqual([expect.stringMatching(/^期限を\d+.+超過$/), undefined]);
  });

  it('says what a view does not hold', async () => {
    useServer(listOf([]));
    const list = open('#/tickets/done');
    await expect.poll(() => find('.desk-empty').textContent).toBe('完了したお問い合わせはまだありません。');
    expect(status()).toBe('0件を表示しています');
    await expectAccessible(list);
  });

  it('says that the server does not answer, and comes with the next try', async () => {
    useServer('unreachable', listOf(['M-AAAA']));
    const list = open();
    await expect.poll(() => find('[role=alert]').textContent).toContain('サーバーに接続できません');
    expect(document.querySelector('.desk-empty')).toBeNull();
    await expectAccessible(list);
    await userEvent.click(find('[role=alert] button'));
    await expect.poll(references).toEqual(['M-AAAA']);
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(document.activeElement).toBe(find('.desk-list'));
  });

  it('tells the desk that nobody is signed in any more', async () => {
    useServer({ problem: new Problem('not-signed-in').body('ja') });
    const heard = listen('mado-signed-out');
    open();
    await expect.poll(() => heard.length).toBe(1);
  });

  it('shows more from where it ended, and goes on with the first of them', async () => {
    const sent = useServer(listOf(['M-AAAA', 'M-BBBB'], 'next'), listOf(['M-CCCC']));
    open();
    await expect.poll(references).toHaveLength(2);
    await userEvent.click(more());
    await expect.poll(references).toEqual(['M-AAAA', 'M-BBBB', 'M-CCCC']);
    expect(sent[1]?.query).toEqual({ view: 'to-answer', after: 'next' });
    await expect.poll(() => document.activeElement).toBe(lines()[2]);
    expect(document.querySelector('.desk-tickets + p button')).toBeNull();
    expect(status()).toBe('3件を表示しています');
  });

  it('keeps what is there when more does not come, and asks for the same again', async () => {
    const sent = useServer(listOf(['M-AAAA'], 'next'), 'unreachable', listOf(['M-BBBB']));
    open();
    await expect.poll(references).toEqual(['M-AAAA']);
    await userEvent.click(more());
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    expect(references()).toEqual(['M-AAAA']);
    await userEvent.click(find('[role=alert] button'));
    await expect.poll(references).toEqual(['M-AAAA', 'M-BBBB']);
    expect(sent[2]?.query).toEqual({ view: 'to-answer', after: 'next' });
  });
});

describe('the address of the list', () => {
  it.for(['#/tickets/waiting/M-BBBB', '#/waiting/M-BBBB'])('opens view and ticket: %s', async (hash) => {
    const sent = useServer(listOf(['M-AAAA', 'M-BBBB']), { status: 200, json: ticketOf('M-BBBB') });
    const list = open(hash);
    await expect.poll(() => find('.ticket-title').textContent).toContain('M-BBBB');
    await expect.poll(references).toHaveLength(2);
    expect(sent.map(({ path }) => path).sort()).toEqual(['/api/tickets', '/api/tickets/M-BBBB']);
    expect(find('.desk-tickets [aria-current=true]').textContent).toContain('M-BBBB');
    expect(find('.desk-views [aria-current=page]').textContent.trim()).toBe('お客様待ち・保留');
    await expectAccessible(list);
  });

  it.for(['#/tickets/nowhere', '#/tickets/to-answer/<b>', '#/setup=x', '#'])(
    'shows what has to be answered where it says nothing known: %s',
    async (hash) => {
      const sent = useServer(listOf([]));
      open(hash);
      await expect.poll(() => sent[0]?.query).toEqual({ view: 'to-answer' });
      expect(find('.desk-choose')).toBeTruthy();
    },
  );

  it('changes with the view, and the list with it', async () => {
    const sent = useServer(listOf(['M-AAAA']), listOf(['M-BBBB']));
    open();
    await expect.poll(references).toEqual(['M-AAAA']);
    // On a screen as narrow as this one the views are folded.
    await userEvent.click(find('.rail-button'));
    await userEvent.click(find('.desk-views a[href="#/tickets/all"]'));
    expect(find('.rail-button').getAttribute('aria-expanded')).toBe('false');
    expect(location.hash).toBe('#/tickets/all');
    await expect.poll(references).toEqual(['M-BBBB']);
    expect(sent[1]?.query).toEqual({ view: 'all' });
  });

  it('leads back from a ticket to its line, on a phone', async () => {
    useServer(listOf(['M-AAAA', 'M-BBBB']), { status: 200, json: ticketOf('M-BBBB') }, listOf(['M-AAAA', 'M-BBBB']));
    open();
    await expect.poll(references).toHaveLength(2);
    lines()[1]?.click();
    await expect.poll(() => document.activeElement?.className).toBe('ticket-title');
    await userEvent.click(find('.desk-back a'));
    await expect.poll(() => document.activeElement).toBe(lines()[1]);
    await expect.poll(status).toBe('2件を表示しています');
  });
});
