import { describe, expect, test } from 'vitest';
import { authenticationOf } from '../../../../../api/channels/email/parse/authentication.ts';
import { readMail } from '../../../../../api/channels/email/parse/read-mail.ts';

/** The result for headers of a mail, as `mx.help.example.jp` wrote them or somebody pretends. */
function result(...headers: string[]) {
  const lines = headers.map((header) => `Authentication-Results: ${header}\r\n`).join('');
  const mail = readMail(Buffer.from(`${lines}From: Pat <pat@mail.example.com>\r\n\r\nx`));
  return authenticationOf(mail, 'mx.help.example.jp');
}

describe('what our own mail server found out', () => {
  test('is its result of DMARC', () => {
    expect(result('mx.help.example.jp; spf=fail; dkim=pass; dmarc=pass header.from=mail.example.com')).toBe('pass');
    expect(result('MX.help.example.jp 1; dmarc=fail (p=REJECT) header.from=mail.example.com; dkim=pass')).toBe('fail');
    expect(result('mx.help.example.jp;\r\n\tdkim=pass header.d=x;\r\n\tdmarc=pass')).toBe('pass');
  });
  test('is nothing when it said nothing, or something else', () => {
    expect(result()).toBe('none');
    expect(result('mx.help.example.jp; none')).toBe('none');
    expect(result('mx.help.example.jp; spf=pass; dkim=pass')).toBe('none');
    expect(result('mx.help.example.jp; dmarc=temperror')).toBe('none');
    expect(result('mx.help.example.jp; dmarc=bestguesspass')).toBe('none');
  });
  test('is not what somebody else wrote', () => {
    expect(result('mx.evil.example; dmarc=pass')).toBe('none');
    expect(result('mx.help.example.jp.evil.example; dmarc=pass')).toBe('none');
    expect(result('evil.example (mx.help.example.jp); dmarc=pass')).toBe('none');
  });
  test('is the topmost, below which a sender may have written another', () => {
    expect(result('mx.help.example.jp; dmarc=fail', 'mx.help.example.jp; dmarc=pass')).toBe('fail');
    expect(result('mx.help.example.jp; spf=none', 'mx.help.example.jp; dmarc=pass')).toBe('none');
  });
  test('is not read from comments, and not for another domain than the sender’s', () => {
    expect(result('mx.help.example.jp; (dmarc=pass; dmarc=pass) spf=pass')).toBe('none');
    expect(result('mx.help.example.jp; dmarc=pass header.from=evil.example')).toBe('none');
  });
  test('says nothing of a mail with two senders, or when no server is trusted', () => {
    const raw = 'Authentication-Results: mx; dmarc=pass\r\nFrom: a@b.example\r\nFrom: c@d.example\r\n\r\nx';
    expect(authenticationOf(readMail(Buffer.from(raw)), 'mx')).toBe('none');
    expect(authenticationOf(readMail(Buffer.from(raw.replace('pass', 'fail'))), 'mx')).toBe('fail');
    expect(authenticationOf(readMail(Buffer.from(raw.replace('From: c@d.example\r\n', ''))), '')).toBe('none');
  });
});
