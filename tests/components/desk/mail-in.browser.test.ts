import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../site/styles/site.css';
import '../../../site/styles/desk.css';
import '../../../site/styles/desk-nav.css';
import '../../../site/styles/desk-outbox.css';
import '../../../components/desk/mail-in/mado-desk-mail-in.ts';
import type { ReceivedMail, ReceivedMailWithText } from '../../../api/mail-in/contract.ts';
import { hostileTexts } from '../../support/payloads.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';
import { useServer } from '../network.ts';

const id = '019c0000-0000-7000-8000-000000000001';

const unread: ReceivedMail = {
  id,
  sender: 'mallory@example.net',
  subject: 'サイズ違い',
  bytes: 2048,
  outcome: 'quarantined',
  reason: 'unreadable',
  attempts: 3,
  receivedAt: Date.parse('2026-11-16T10:00:00+09:00'),
  handledAt: Date.parse('2026-11-16T10:05:00+09:00'),
  reference: null,
};
const opened: ReceivedMailWithText = {
  ...unread,
  headers: 'From: mallory@example.net\nSubject: x',
  text: null,
  files: [{ name: 'shoe.jpg', type: 'image/jpeg', bytes: 4096 }],
  decisions: ['try-again', 'dismiss', 'make-conversation'],
};

function open(hash: string, language: 'ja' | 'en' = 'ja') {
  show('', language);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const list = document.createElement('mado-desk-mail-in');
  Object.assign(list, { language, timeZone: 'Asia/Tokyo' });
  find('main').append(list);
  return list;
}

describe('mails that came in', () => {
  it.each(['ja', 'en'] as const)('are listed, and it is said when none can come: %s', async (language) => {
    useServer({ status: 200, json: { mails: [unread], next: null, isReceiving: false } });
    const list = open('#/mail-in', language);
    await expect.poll(() => document.querySelector('.desk-tickets a')?.textContent).toContain('mallory@example.net');
    expect(find('.outbox-note').textContent).toContain('IMAP_URL');
    await expectAccessible(list);
  });

  it('show why nobody could read one, and are tried again by the keyboard', async () => {
    const sent = useServer(
      { status: 200, json: { mails: [unread], next: null, isReceiving: true } },
      { status: 200, json: opened },
      { status: 200, json: { ...opened, outcome: 'waiting', reason: null, decisions: [] } },
      { status: 200, json: { mails: [], next: null, isReceiving: true } },
    );
    const list = open(`#/mail-in/quarantined/${id}`, 'en');
    await expect.poll(() => document.querySelector('.ticket')?.textContent).toContain('It could not be read');
    await expectAccessible(list);
    const again = [...document.querySelectorAll<HTMLElement>('.ticket-moves button')].find(
      ({ textContent }) => textContent.trim() === 'Try again',
    );
    again?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('.ticket-moves')?.textContent).toContain('Waiting');
    expect(sent.map(({ method }) => method)).toContain('POST');
    await expectAccessible(list);
  });

  it('run nothing of what they say, in any of their parts', async () => {
    for (const payload of hostileTexts) {
      const hostile = { ...unread, subject: payload, sender: payload };
      const files = [{ name: payload, type: payload, bytes: 1 }];
      useServer(
        { status: 200, json: { mails: [hostile], next: null, isReceiving: true } },
        { status: 200, json: { ...opened, ...hostile, files, headers: payload, text: payload, reference: payload } },
      );
      open(`#/mail-in/quarantined/${id}`);
      await expect.poll(() => document.querySelector('.ticket .mail-text')?.textContent).toBe(payload);
      expect(document.querySelectorAll('main :is(script, img, svg, iframe, style)')).toHaveLength(0);
      expect(find('.ticket-title').textContent).toBe(payload);
    }
  });
});
