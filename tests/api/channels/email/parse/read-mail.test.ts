import { describe, expect, test } from 'vitest';
import { cleanedFileName } from '../../../../../api/attachments/file-name.ts';
import { cleanedLine, cleanedText } from '../../../../../api/channels/email/parse/clean.ts';
import { MailTooLarge, readMail } from '../../../../../api/channels/email/parse/read-mail.ts';
import { payloads } from '../../../../support/payloads.ts';

const words = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const mail = (head: string, body = 'x') =>
  readMail(Buffer.from(`From: a@mail.example.jp\r\n${head}\r\n\r\n${body}`), { limits: { textCharacters: 200_000 } });

describe('whatever somebody writes', () => {
  test.each(payloads)('is plain text, and nothing else: %j', (payload) => {
    // A head has an end.
    const inHead = payload.slice(0, 20_000);
    const fileName = payload.slice(0, 1_000).toWellFormed();
    const read = mail(
      [
        `Subject: ${words(inHead)}`,
        `Reply-To: ${words(inHead)} <b@mail.example.jp>`,
        'Content-Type: multipart/mixed; boundary=--x--',
      ].join('\r\n'),
      [
        '----x--\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n',
        base64(payload),
        '----x--\r\nContent-Type: image/png',
        `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(fileName)}\r\n`,
        'x\r\n----x----',
      ].join('\r\n'),
    );
    expect(read.subject).toBe(cleanedLine(inHead, 500));
    expect(read.replyTo.map(({ address }) => address)).toEqual(['b@mail.example.jp']);
    expect(read.text).toBe(cleanedText(payload).trim());
    expect(read.attachments.map(({ name }) => name)).toEqual([cleanedFileName(fileName)]);
    expect([...read.to, ...read.cc]).toEqual([]);
  });
  test.each(payloads)('as HTML becomes text without a tag that loads or runs: %j', (payload) => {
    const { text } = mail('Content-Type: text/html; charset=utf-8', payload);
    expect(text).not.toContain('\0');
    expect(mail('Content-Type: text/plain; charset=utf-8', text).text).toBe(text);
  });
});

describe('limits', () => {
  test('refuse what is larger', () => {
    expect(() => readMail(Buffer.alloc(101), { limits: { rawBytes: 100 } })).toThrow(MailTooLarge);
  });
  test('keep what is nested too deep as a file', () => {
    const levels = Array.from({ length: 100 }, (_, level) => level);
    const open = levels.map((level) => `Content-Type: multipart/mixed; boundary="b${level}."\r\n\r\n--b${level}.\r\n`);
    const { problems, attachments, text } = readMail(Buffer.from(`${open.join('')}\r\ndeep inside\r\n`));
    expect(problems).toContain('too-deep');
    expect(text).toBe('');
    expect(Buffer.from(attachments[0]?.content ?? []).toString()).toContain('deep inside');
  });
  test('keep what is in too many parts as a file', () => {
    const parts = Array.from({ length: 10_000 }, (_, part) => `--b\r\n\r\npart ${part}\r\n`);
    const { problems, attachments, text } = mail('Content-Type: multipart/mixed; boundary=b', parts.join(''));
    expect(problems).toContain('too-many-parts');
    expect(text).toContain('part 500\n');
    expect(Buffer.from(attachments[0]?.content ?? []).toString()).toContain('part 9999');
  });
  test('end a text that nobody reads to its end, and say so', () => {
    const { problems, text } = readMail(Buffer.from(`From: a@b.example\r\n\r\n${'あ'.repeat(300)}`), {
      limits: { textCharacters: 200 },
    });
    expect(text).toBe('あ'.repeat(200));
    expect(problems).toContain('text-cut');
  });
  test('end a head, and find the body after it', () => {
    const { problems, text } = mail('X-Long: y\r\n'.repeat(30_000).trim(), 'the body');
    expect(problems).toContain('long-head');
    expect(text).toBe('the body');
  });
});

describe('a boundary', () => {
  test('that begins like another one is not taken for it', () => {
    const { text } = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\none\r\n--bb\r\n\r\ntwo\r\n--bb--\r\n--b\r\n\r\nthree\r\n--b--',
    );
    expect(text).toBe('one\n\ntwo\n\nthree');
  });
  test('within a line is text', () => {
    const { text } = mail('Content-Type: multipart/mixed; boundary=b', '--b\r\n\r\nsee --b here\r\n --b\r\n--b--');
    expect(text).toBe('see --b here\n --b');
  });
});

describe('files', () => {
  test('are the bytes that were sent', () => {
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 31) % 256));
    const padded = Buffer.from(bytes.toString('base64').replaceAll(/.{10}/g, '$&\r\n'));
    for (const [encoding, body] of [
      ['base64', padded],
      ['Base64', Buffer.from(`  ${bytes.toString('base64')}!`)],
      ['binary', bytes],
      [
        'quoted-printable',
        Buffer.from(
          [...bytes]
            .map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`)
            .join('=\r\n')
            .replace(/^/, '=\r\n'),
        ),
      ],
    ] as const) {
      const head = `From: a@b.example\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
      const { attachments } = readMail(Buffer.concat([Buffer.from(head), body]));
      expect(Buffer.from(attachments[0]?.content ?? []).equals(bytes), encoding).toBe(true);
    }
  });
  test('in base64 that is padded in between are read to the end', () => {
    const { attachments } = mail(
      'Content-Type: image/png\r\nContent-Transfer-Encoding: base64',
      'YQ==\r\nYg==\r\nY2Q=',
    );
    expect(Buffer.from(attachments[0]?.content ?? []).toString()).toBe('abcd');
  });
});
