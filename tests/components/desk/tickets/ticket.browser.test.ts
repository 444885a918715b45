import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../components/desk/tickets/mado-desk-ticket.ts';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, listen, show } from '../../fixtures.ts';
import { useServer } from '../../network.ts';
import { ticketOf } from './ticketed.ts';

async function open(itemId = 'M-AAAA') {
  show('');
  const ticket = document.createElement('mado-desk-ticket');
  Object.assign(ticket, { language: 'ja', timeZone: 'Asia/Tokyo', itemId });
  find('main').append(ticket);
  await ticket.updateComplete;
  return ticket;
}

const title = () => document.querySelector('.ticket-title')?.textContent;
const problem = () => document.querySelector('[role=alert]')?.textContent.trim();
const reply = () => find('#reply') as HTMLTextAreaElement;
const send = () => userEvent.click(find('button[type=submit]'));

describe('a ticket at the desk', () => {
  it('opens at its title, with what the customer wrote', async () => {
    useServer({ status: 200, json: ticketOf('M-AAAA') });
    const ticket = await open();
    expect(find('[role=status]').textContent.trim()).toBe('読み込んでいます…');
    await expect.poll(() => document.activeElement?.className).toBe('ticket-title');
    expect(find('.messages').textContent).toContain('箱を捨ててしまいました。');
    await expectAccessible(ticket);
  });

  it('that does not exist is said to be missing, and not tried again', async () => {
    useServer({ problem: new Problem('not-found').body('ja') });
    const ticket = await open();
    await expect.poll(problem).toBe('お探しのページは見つかりませんでした');
    expect(ticket.querySelector('button')).toBeNull();
    expect(find('[role=status]').textContent.trim()).toBe('');
  });

  it('comes with the next try when the server did not answer', async () => {
    useServer('unreachable', { status: 200, json: ticketOf('M-AAAA') });
    await open();
    await expect.poll(problem).toContain('サーバーに接続できません');
    await userEvent.click(find('[role=alert] button'));
    await expect.poll(title).toContain('M-AAAA');
    expect(problem()).toBeUndefined();
  });

  it('is answered: the list is told, and the field is empty again', async () => {
    const answered = ticketOf('M-AAAA', { state: 'waiting', version: 2 });
    const sent = useServer({ status: 200, json: ticketOf('M-AAAA') }, { status: 201, json: answered });
    const heard = listen('mado-ticket-changed');
    await open();
    await expect.poll(title).toBeDefined();
    await userEvent.fill(reply(), '箱がなくても返品できます。');
    await send();
    await expect.poll(() => find('[role=status]').textContent.trim()).toBe('返信しました');
    expect(sent[1]?.json).toEqual({ message: '箱がなくても返品できます。', version: 1 });
    expect(heard).toMatchObject([{ reference: 'M-AAAA' }]);
    await expect.poll(() => reply().value).toBe('');
    expect(sessionStorage.getItem('mado-draft-M-AAAA')).toBeNull();
  });

  it('keeps a reply that was not sent, and sends the same one again', async () => {
    const whole = { status: 200, json: ticketOf('M-AAAA') } as const;
    const sent = useServer(whole, 'unreachable', { status: 201, json: ticketOf('M-AAAA', { version: 2 }) });
    await open();
    await expect.poll(title).toBeDefined();
    await userEvent.fill(reply(), '大切な返信');
    await send();
    await expect.poll(problem).toContain('サーバーに接続できません');
    expect(reply().value).toBe('大切な返信');
    await send();
    await expect.poll(() => sent.length).toBe(3);
    expect(sent[2]?.key).toBe(sent[1]?.key);
    expect(sent[2]?.key).toBeTruthy();
  });

  it('fetches the latest when somebody else was faster, and keeps what was typed', async () => {
    const sent = useServer(
      { status: 200, json: ticketOf('M-AAAA') },
      { problem: new Problem('state-changed').body('ja') },
      { status: 200, json: ticketOf('M-AAAA', { version: 5, state: 'solved' }) },
      { status: 201, json: ticketOf('M-AAAA', { version: 6 }) },
    );
    await open();
    await expect.poll(title).toBeDefined();
    await userEvent.fill(reply(), '大切な返信');
    await send();
    await expect.poll(problem).toContain('ほかの人が先に更新しました');
    expect(find('.ticket-moves .state').textContent).toBe('解決');
    expect(reply().value).toBe('大切な返信');
    await send();
    await expect.poll(() => sent[3]?.json).toEqual({ message: '大切な返信', version: 5 });
  });

  it('shows the one that was opened last, whatever comes late', async () => {
    const late = Promise.withResolvers<Response>();
    vi.stubGlobal('fetch', async (url: string) =>
      url.endsWith('M-AAAA') ? late.promise : Response.json(ticketOf('M-BBBB')),
    );
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const ticket = await open('M-AAAA');
    ticket.itemId = 'M-BBBB';
    await expect.poll(title).toContain('M-BBBB');
    late.resolve(Response.json(ticketOf('M-AAAA')));
    await late.promise;
    await new Promise((resolve) => setTimeout(resolve));
    expect(title()).toContain('M-BBBB');
  });

  it('has the draft of its own reply, not that of another', async () => {
    useServer({ status: 200, json: ticketOf('M-AAAA') }, { status: 200, json: ticketOf('M-BBBB') });
    const ticket = await open('M-AAAA');
    await expect.poll(title).toContain('M-AAAA');
    await userEvent.fill(reply(), '書きかけ');
    ticket.itemId = 'M-BBBB';
    await expect.poll(title).toContain('M-BBBB');
    expect(reply().value).toBe('');
    expect(sessionStorage.getItem('mado-draft-M-AAAA')).toBe('書きかけ');
  });
});
