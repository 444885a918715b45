import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../site/styles/site.css';
import '../../../site/styles/desk.css';
import '../../../site/styles/desk-nav.css';
import '../../../site/styles/desk-outbox.css';
import '../../../components/desk/outbox/mado-desk-mails.ts';
import '../../../components/desk/outbox/mado-desk-outbox.ts';
import type { OutboxMail, OutboxMailWithText } from '../../../api/outbox/contract.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';
import { useServer } from '../network.ts';

const id = '019c0000-0000-7000-8000-000000000001';
const at = Date.parse('2026-11-16T10:00:00+09:00');

const dead: OutboxMail = {
  id,
  kind: 'ticket-received',
  to: 'hanako@example.jp',
  name: '佐藤 花子',
  language: 'ja',
  state: 'dead',
  isUnderWay: false,
  attempts: 1,
  unanswered: 0,
  dueAt: at,
  sentAt: null,
  lastError: 'RCPT TO 550 no such user',
  createdAt: at,
};
const opened: OutboxMailWithText = {
  ...dead,
  subject: '【アルク】お問い合わせを受け付けました',
  text: '佐藤 花子様\n\n<script>alert(1)</script>',
  nextStates: ['waiting', 'cancelled'],
};

function open(element: 'mado-desk-outbox' | 'mado-desk-mails', hash: string, language: 'ja' | 'en' = 'ja') {
  show('', language);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const list = document.createElement(element);
  Object.assign(list, { language, timeZone: 'Asia/Tokyo' });
  find('main').append(list);
  return list;
}

describe('the outbox', () => {
  it.each(['ja', 'en'] as const)('says when nothing goes out, and lists what waits: %s', async (language) => {
    const waiting = { ...dead, state: 'waiting', lastError: null, attempts: 0 };
    useServer({ status: 200, json: { mails: [waiting], next: null, isSending: false } });
    const list = open('mado-desk-outbox', '#/outbox', language);
    await expect.poll(() => document.querySelector('.desk-tickets a')?.textContent).toContain('hanako@example.jp');
    expect(find('.outbox-note').textContent).toContain('SMTP_URL');
    await expectAccessible(list);
  });

  it('shows a dead letter with what was said and what it says, and lets it out again', async () => {
    const sent = useServer(
      { status: 200, json: { mails: [dead], next: null, isSending: true } },
      { status: 200, json: opened },
      { status: 200, json: { ...opened, state: 'waiting', nextStates: ['cancelled'] } },
      { status: 200, json: { mails: [], next: null, isSending: true } },
    );
    const list = open('mado-desk-outbox', '#/outbox/dead');
    await expect.poll(() => document.querySelectorAll('.desk-tickets a').length).toBe(1);
    location.hash = `#/outbox/dead/${id}`;
    await expect.poll(() => document.querySelector('.mail-text')?.textContent).toContain('<script>');
    expect(find('.ticket-facts').textContent).toContain('550 no such user');
    await expectAccessible(list);
    await userEvent.click(find('.ticket-moves button'));
    await expect.poll(() => document.querySelectorAll('.ticket-moves button').length).toBe(1);
    expect(sent.some(({ method, path }) => method === 'PUT' && path.endsWith(`/api/outbox/${id}/state`))).toBe(true);
  });

  it('has no buttons for who may not use them', async () => {
    useServer(
      { status: 200, json: { mails: [dead], next: null, isSending: true } },
      { status: 200, json: { ...opened, nextStates: [] } },
    );
    open('mado-desk-outbox', `#/outbox/dead/${id}`);
    await expect.poll(() => document.querySelector('.ticket-title')?.textContent).toBeTruthy();
    expect(document.querySelector('.ticket-moves button')).toBeNull();
  });
});

it('the gallery shows a mail in a frame that can do nothing, and as text', async () => {
  const example = { kind: 'ticket-received', language: 'en', number: 0, subject: 'We have it', text: 'Dear Tom,' };
  useServer({ status: 200, json: { examples: [example, { ...example, language: 'ja' }] } });
  const gallery = open('mado-desk-mails', '#/mails/en/ticket-received.0', 'en');
  await expect.poll(() => document.querySelector('.mail-text')?.textContent).toBe('Dear Tom,');
  const frame = find('iframe') as HTMLIFrameElement;
  expect(frame.sandbox.value).toBe('');
  expect(frame.getAttribute('src')).toBe('/api/mails/ticket-received/en/0');
  expect(document.querySelectorAll('.desk-tickets a')).toHaveLength(1);
  await expectAccessible(gallery);
});
