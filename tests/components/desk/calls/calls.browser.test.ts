import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../components/desk/calls/mado-desk-calls.ts';
import '../../../../components/desk/mado-desk-menu.ts';
import { deskPages } from '../../../../components/desk/desk-pages.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, show } from '../../fixtures.ts';
import { type Said, useDesk } from '../tickets/desk-server.ts';
import { summaryOf } from '../tickets/summaries.ts';
import { ticketOf } from '../tickets/ticketed.ts';

const logging = 'POST /api/calls';
const field = (name: string) => find(`#call-${name}`) as HTMLInputElement;
const said = () => document.querySelector('[role=alert]')?.textContent.trim();

async function open(says: Record<string, Said | (() => Said)> = {}, language: 'ja' | 'en' = 'ja') {
  onTestFinished(() => {
    location.hash = '';
  });
  show('', language);
  const sent = useDesk(says);
  const calls = document.createElement('mado-desk-calls');
  Object.assign(calls, { language, timeZone: 'Asia/Tokyo' });
  find('main').append(calls);
  await calls.updateComplete;
  return { calls, asked: (what: string) => sent.filter((one) => one.what === what) };
}

async function write() {
  await userEvent.fill(field('caller'), '03-1234-5678');
  await userEvent.fill(field('subject'), '靴の交換');
  await userEvent.fill(field('message'), '片方のサイズが違う。');
}

describe('a call', () => {
  it.for(['ja', 'en'] as const)('begins at who calls, and is logged in three fields: %s', async (language) => {
    const { calls, asked } = await open({ [logging]: ticketOf('M-NEWX') }, language);
    await expect.poll(() => document.activeElement).toBe(field('caller'));
    await page.viewport(390, 800);
    await expectAccessible(calls);
    await write();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => location.hash).toBe('#/tickets/all/M-NEWX');
    expect(asked(logging)[0]?.json).toEqual({
      caller: '03-1234-5678',
      subject: '靴の交換',
      message: '片方のサイズが違う。',
      language,
      isSolved: false,
    });
    expect(sessionStorage.getItem('mado-draft-a-call')).toBeNull();
  });

  it('that lacks something leads there', async () => {
    const { calls, asked } = await open();
    await userEvent.fill(field('caller'), '0312345678');
    await userEvent.click(find('[type=submit]'));
    await expect.poll(() => document.activeElement).toBe(field('subject'));
    expect(find('#call-subject-error').textContent).toBe('ご用件を入力してください。');
    await expectAccessible(calls);
    expect(asked(logging)).toEqual([]);
  });

  it('of somebody who is neither a number nor an address is said at that field, until it is changed', async () => {
    const errors = [{ pointer: '#/caller', detail: 'a number or an address' }];
    const { calls } = await open({ [logging]: { problem: 'invalid-input', errors } });
    await write();
    await userEvent.fill(field('caller'), 'hanako');
    await userEvent.click(find('[type=submit]'));
    await expect.poll(() => document.activeElement).toBe(field('caller'));
    expect(find('#call-caller-error').textContent).toBe('電話番号またはメールアドレスを入力してください。');
    await expectAccessible(calls);
    await userEvent.fill(field('subject'), '靴のサイズ');
    expect(field('caller').ariaInvalid).toBe('true');
    await userEvent.fill(field('caller'), 'hanako@example.jp');
    expect(field('caller').ariaInvalid).toBe('false');
  });

  it('survives a reload, and a server that does not answer; sent again it is the same call', async () => {
    let isUp = false;
    const { calls } = await open();
    await write();
    calls.remove();
    const { asked } = await open({ [logging]: () => (isUp ? ticketOf('M-NEWX') : 'unreachable') });
    expect(field('message').value).toBe('片方のサイズが違う。');
    await userEvent.click(find('[type=submit]'));
    await expect.poll(said).toContain('サーバーに接続できません');
    expect(field('caller').value).toBe('03-1234-5678');
    isUp = true;
    await userEvent.click(find('[type=submit]'));
    await expect.poll(() => location.hash).toBe('#/tickets/all/M-NEWX');
    expect(asked(logging)[1]?.key).toBe(asked(logging)[0]?.key);
  });

  it('of a known customer can go on with a ticket of theirs, and solve it', async () => {
    const open1 = summaryOf('M-AAAA', { state: 'waiting' });
    const done = summaryOf('M-CCCC', { state: 'closed' });
    const results = [open1, done].map((ticket) => ({ ticket, excerpt: '' }));
    const { calls, asked } = await open({
      'GET /api/desk/search': { results, next: null },
      [logging]: ticketOf('M-AAAA'),
    });
    await write();
    await expect.poll(() => document.querySelectorAll('.call-known label').length).toBe(2);
    await expectAccessible(calls);
    await userEvent.click(find('.call-known label:last-child'));
    await expect.poll(() => field('name').value).toBe('佐藤花子');
    await userEvent.click(find('.call-solved'));
    await userEvent.click(find('[type=submit]'));
    await expect
      .poll(() => asked(logging)[0]?.json)
      .toMatchObject({ reference: 'M-AAAA', name: '佐藤花子', isSolved: true });
  });

  it('is begun by one key wherever somebody is', async () => {
    onTestFinished(() => {
      location.hash = '';
    });
    show('');
    const menu = document.createElement('mado-desk-menu');
    Object.assign(menu, { language: 'ja', pages: deskPages, current: 'tickets' });
    find('main').append(menu);
    await userEvent.keyboard('l');
    expect(location.hash).toBe('#/calls');
  });
});
