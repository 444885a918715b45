import { describe, expect, it } from 'vitest';
import { greeting, nameOf } from '../../../api/mail/greeting.ts';
import { queueMail } from '../../../api/outbox/queue-mail.ts';
import { makeMailingPortal } from '../support/mailing.ts';

const known = new Set([
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
  'x-auto-response-suppress',
]);

const hostile = [
  'Hanako\r\nBcc: all@example.com',
  'Hanako\nX-Evil: yes\n\n<h1>body</h1>',
  'Hanako\u0000\u2028Bcc: all@example.com',
  '"Hanako" <boss@example.com>, other@example.com',
  'a@example.com, b@example.com',
  '=?utf-8?B?QmNjOiBhbGxAZXhhbXBsZS5jb20=?=',
  '\u202egpj.exe',
  '<script>alert(1)</script>',
  '<<<>>>,;:\\"()[]',
  '花'.repeat(500),
  'x'.repeat(2000),
  '🥾'.repeat(200),
  '\ud800 lone',
];

/** Each with a short name. */
function named(texts: string[]): [string, string][] {
  return texts.map((text) => [JSON.stringify(text).slice(0, 50), text]);
}

describe('a mail to somebody', () => {
  it.each(named(hostile))(
    'goes to them alone, with our headers only, whatever they call themselves: %s',
    async (_, name) => {
      const { queue, sendDue, smtp } = await makeMailingPortal();
      await queue('hanako@example.jp', { name });
      await sendDue();
      const [mail] = smtp.mails;
      expect(mail?.to).toEqual(['hanako@example.jp']);
      expect(mail?.headers['to']).toHaveLength(1);
      expect(mail?.headers['to']?.[0]?.match(/[\w.]+@[\w.]+/g)?.at(-1)).toBe('hanako@example.jp');
      expect(mail?.headers['to']?.[0]).not.toMatch(/(all|boss|other|[ab])@example\.com/);
      expect(Object.keys(mail?.headers ?? {}).filter((field) => !known.has(field))).toEqual([]);
      expect(mail?.raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    },
  );

  it.each(named(hostile))('has one subject and no more headers, whatever it is about: %s', async (_, subject) => {
    const { queue, sendDue, smtp } = await makeMailingPortal();
    await queue('hanako@example.jp', { subject });
    await sendDue();
    const [mail] = smtp.mails;
    expect(mail?.headers['subject']).toHaveLength(1);
    expect(mail?.headers['subject']?.[0]).toMatch(/^【アルク】お返事：/);
    expect(Array.from(mail?.headers['subject']?.[0] ?? '').length).toBeLessThanOrEqual(150);
    expect(Object.keys(mail?.headers ?? {}).filter((field) => !known.has(field))).toEqual([]);
    // What is not ASCII is in encoded words of at most 75 characters (RFC 2047).
    const head = mail?.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/[^\t\r\n -~]/);
    for (const [word] of head.matchAll(/=\?[^?]+\?[BQ]\?[^?]*\?=/gi)) expect(word.length).toBeLessThanOrEqual(75);
  });

  it.each(['a@example.jp, b@example.jp', 'a@example.jp\r\nRCPT TO:<b@example.jp>', '<a@example.jp>', 'nobody', ''])(
    'never goes out to what is not one address: %j',
    async (to) => {
      const { queue, sendDue, smtp, rows } = await makeMailingPortal();
      await queue(to);
      await sendDue();
      expect(smtp.mails).toEqual([]);
      expect((await rows())[0]).toMatchObject({ state: 'dead', attempts: 1 });
    },
  );

  it('says that no machine is to answer, and refers to the mails before it', async () => {
    const { services, sendDue, smtp, rows, app, time } = await makeMailingPortal();
    const answer = await app.request('/api/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'hanako@example.jp', subject: 'x', message: 'y', language: 'ja' }),
    });
    expect(answer.status).toBe(201);
    await sendDue();
    const [first] = await rows();
    time.now += 1000;
    const payload = {
      reference: 'M-2K7F',
      subject: 'x',
      messageId: 'm',
      message: 'z',
      files: 0,
      agent: null,
      linkId: 'l',
    };
    await services.db.write([
      queueMail(services, {
        kind: 'ticket-replied',
        to: 'hanako@example.jp',
        language: 'ja',
        payload,
        conversationId: first?.conversationId ?? '',
      }),
    ]);
    await sendDue();
    const [acknowledgement, reply] = smtp.mails.map(({ headers }) => headers);
    expect(acknowledgement?.['auto-submitted']).toEqual(['auto-replied']);
    expect(acknowledgement?.['in-reply-to']).toBeUndefined();
    expect(acknowledgement?.['x-auto-response-suppress']).toEqual(['All']);
    expect(reply?.['auto-submitted']).toBeUndefined();
    expect(reply?.['in-reply-to']).toEqual(acknowledgement?.['message-id']);
    expect(reply?.['references']).toEqual(acknowledgement?.['message-id']);
    expect(reply?.['from']).toEqual(['アルク ヘルプセンター <care@aruku.example>']);
  });
});

describe('the first line', () => {
  it.each([
    ['佐藤 花子', '佐藤 花子様'],
    ['佐藤 花子様', '佐藤 花子様'],
    ['  花子  ', '花子様'],
    [null, 'お客様'],
    ['', 'お客様'],
    ['様', 'お客様'],
  ])('is by name in Japanese: %j', (name, line) => {
    expect(greeting(name, 'ja')).toBe(line);
  });

  it('is by name in English', () => {
    expect(greeting('Tom Baker', 'en')).toBe('Dear Tom Baker,');
    expect(greeting('J. R. O’Neil', 'en')).toBe('Dear J. R. O’Neil,');
    expect(greeting(null, 'en')).toBe('Hello,');
  });

  it.each([
    'win at https://spam.example now',
    'www.spam.example',
    'spam.example',
    'mail me@spam.example',
    'a\nb',
    'x'.repeat(41),
  ])('does not carry what is no name: %j', (name) => {
    expect(nameOf(name)).toBeNull();
  });
});
