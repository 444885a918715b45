import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readTrail } from '../../../components/base/trail.ts';
import { fieldNamed, find, listen } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';
import {
  fieldErrors,
  letter,
  letterButton,
  letterText,
  opened,
  openForm,
  problem,
  send,
  trail,
  write,
} from './writing.ts';

const waiting = 'まだ送信されていません';

describe('a message that reaches nobody', () => {
  it.for<{ what: string; answer: () => Answer }>([
    { what: 'there is no network', answer: () => 'unreachable' },
    { what: 'something in between answers', answer: () => new Response('Bad gateway', { status: 502 }) },
    { what: 'a sign-in page of the network answers', answer: () => new Response('<h1>Wi-Fi</h1>') },
  ])('waits on the device when $what, says so, and has left the form', async ({ answer }) => {
    useServer(answer());
    openForm({ came: trail });
    await write({ ...letter, name: '花子' });
    await send();
    await expect.poll(letterText).toContain(waiting);
    await expect.poll(() => document.activeElement?.textContent).toBe(waiting);
    expect(letterText()).toContain(letter.subject);
    expect(fieldNamed('message').value).toBe('');
    expect(readTrail()).toEqual([]);
  });

  it('is there when the page is opened again, and is sent then, with the key of the first try', async () => {
    const tickets = listen('mado-ticket-opened');
    const sent = useServer('unreachable', { status: 201, json: opened });
    openForm({ came: trail });
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    openForm();
    await expect.poll(letterText).toContain('受付番号 M-7K4P');
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect(sent[1]?.json).toEqual(sent[0]?.json);
    expect(tickets).toEqual([{ version: 1, reference: 'M-7K4P', trailLength: 3 }]);
    await userEvent.click(letterButton('閉じる'));
    await expect.poll(letterText).toBe('');
    openForm();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(letterText()).toBe('');
    expect(sent).toHaveLength(2);
  });

  it('goes when the network is back', async () => {
    const sent = useServer('unreachable', { status: 201, json: opened });
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    window.dispatchEvent(new Event('online'));
    await expect.poll(letterText).toContain('受付番号 M-7K4P');
    expect(sent).toHaveLength(2);
  });

  it('goes when its writer says so, and waits on while nobody answers', async () => {
    useServer('unreachable', 'unreachable', { status: 201, json: opened });
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    await userEvent.click(letterButton('今すぐ送信する'));
    await expect.poll(() => letterButton('今すぐ送信する').getAttribute('aria-disabled')).toBe('false');
    expect(letterText()).toContain(waiting);
    await userEvent.click(letterButton('今すぐ送信する'));
    await expect.poll(letterText).toContain('受付番号 M-7K4P');
  });

  it('goes back to the form, whole, when its writer wants that', async () => {
    useServer('unreachable');
    openForm({ came: trail });
    await write({ ...letter, name: '花子' });
    await send();
    await expect.poll(letterText).toContain(waiting);
    await userEvent.click(letterButton('フォームに戻す'));
    await expect.poll(() => fieldNamed('message').value).toBe(letter.message);
    expect(fieldNamed('name').value).toBe('花子');
    expect(readTrail()).toEqual(trail);
    await expect.poll(letterText).toBe('');
  });

  it('can be erased from the device', async () => {
    const sent = useServer('unreachable');
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    await userEvent.click(letterButton('この端末から消す'));
    await expect.poll(letterText).toBe('');
    openForm();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toHaveLength(1);
    expect(fieldNamed('message').value).toBe('');
  });

  it('comes back to the form after a week, and is not sent', async () => {
    const sent = useServer('unreachable');
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 8 * 86_400_000);
    openForm();
    await expect.poll(problem).toContain('7日のあいだ送信できませんでした');
    expect(fieldNamed('message').value).toBe(letter.message);
    expect(sent).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('comes back to the form with what is wrong when the API refuses it', async () => {
    const title = '入力内容をご確認ください';
    const detail = '120文字以内で入力してください。';
    const refused: Answer = {
      problem: { type: '/problems/invalid-input', title, status: 422, errors: [{ pointer: '#/subject', detail }] },
    };
    useServer('unreachable', refused);
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    window.dispatchEvent(new Event('online'));
    await expect.poll(problem).toBe(title);
    expect(fieldErrors()).toEqual({ subject: detail });
    expect(fieldNamed('message').value).toBe(letter.message);
  });

  it('does not write over what is being written meanwhile', async () => {
    const refused: Answer = { problem: { type: '/problems/invalid-input', title: 'Nein', status: 422 } };
    useServer('unreachable', refused);
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    await write({ subject: '別の用件' });
    window.dispatchEvent(new Event('online'));
    await expect.poll(letterText).toContain('送信できませんでした');
    expect(fieldNamed('subject').value).toBe('別の用件');
  });

  it('waits on when the API asks for patience', async () => {
    const later: Answer = { problem: { type: '/problems/too-many-tries', title: '少しお待ちください', status: 429 } };
    const sent = useServer('unreachable', later);
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain(waiting);
    window.dispatchEvent(new Event('online'));
    await expect.poll(() => sent).toHaveLength(2);
    expect(letterText()).toContain(waiting);
  });

  it('stays in the form where the browser keeps nothing', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    useServer('unreachable');
    openForm();
    await write();
    await send();
    await expect.poll(() => problem() ?? '').toContain('ただいま送信できません');
    expect(fieldNamed('message').value).toBe(letter.message);
    expect(find('button[type=submit]').getAttribute('aria-disabled')).toBe('false');
    vi.restoreAllMocks();
  });

  it('works where the browser gives no random ids, as on an address without https', async () => {
    const sent = useServer({ status: 201, json: opened });
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    openForm();
    await write();
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    expect(sent[0]?.key?.length).toBeGreaterThan(16);
  });
});
