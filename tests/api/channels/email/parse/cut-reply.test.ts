import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutReply } from '../../../../../api/channels/email/parse/cut-reply.ts';
import { linesMissing } from '../nothing-lost.ts';

/** What software writes above a quote, in both languages. */
const headers = [
  '2026年11月20日(金) 10:15 アルク <care@aruku.example>:',
  '2026年11月20日(金) 10:15、アルク <care@aruku.example> のメール：',
  '2026/11/20 10:15、アルク <care@aruku.example>のメール:',
  '2026年11月20日金曜日 10:15、アルク <care@aruku.example> は書きました:',
  'アルク さんは 2026/11/20 10:15 に書きました:',
  'On Fri, 20 Nov 2026 at 10:15, Aruku <care@aruku.example> wrote:',
  'On Fri, 20 Nov 2026 at 10:15, Aruku Customer Care <\ncare@aruku.example> wrote:',
  'On 20 Nov 2026, at 10:15, Aruku <care@aruku.example> wrote:',
  'On Fri, 20 Nov 2026 10:15:00 +0900\nアルク <care@aruku.example> wrote:',
  'On Friday, November 20th, 2026 at 10:15 AM, Aruku <care@aruku.example> wrote:',
  'Le ven. 20 nov. 2026 à 10:15, Aruku <care@aruku.example> a écrit :',
  '-----Original Message-----',
  '----- Original Message -----',
  '-------- 元のメッセージ --------',
];
const heads = [
  '差出人: アルク <care@aruku.example>\n送信日時: 2026年11月20日 10:15\n宛先: 山田\n件名: 靴',
  '差出人：アルク\n日時：2026年11月20日\n宛先：山田\n件名：靴',
  '________________________________\nFrom: Aruku <care@aruku.example>\nSent: Friday, 20 November 2026 10:15\nTo: Pat\nSubject: Shoes',
  '*From:* Aruku <care@aruku.example>\n*Date:* Friday\n*To:* Pat\n*Subject:* Shoes',
];

describe('what stands below an answer', () => {
  test.each(headers)('is a quote after "%s"', (header) => {
    const { fresh, quoted } = cutReply(`はい、そうします。\n\n${header}\n\n> 一行目\n> 二行目\n`);
    expect(fresh).toBe('はい、そうします。');
    expect(quoted).toContain('> 二行目');
  });
  test.each(heads)('is a quote after the head "%s", also without marks', (head) => {
    const { fresh, quoted } = cutReply(`Yes, please.\n\n${head}\n\nWhich size?\n\nAruku\n`);
    expect(fresh).toBe('Yes, please.');
    expect(quoted).toContain('Which size?');
  });
  test('is a quote when carriers put marks and nothing else', () => {
    expect(cutReply('はい\n\n>こんにちは\n>アルクです').fresh).toBe('はい');
  });
  test('is a quote of one line, when the mail says that it is an answer', () => {
    expect(cutReply('> Size?\nEight', { isReply: true }).fresh).toBe('Eight');
  });
});

describe('signatures', () => {
  test.each([
    '-- \n山田太郎\nyamada@mail.example.jp',
    '--\nPat Brown',
    '━━━━━━━━━━\n山田太郎\nTEL: 03-0000-0000\n━━━━━━━━━━',
    '=====================\n株式会社サンプル\n山田\n=====================',
    '**********\n山田\nmail: y@mail.example.jp\n**********',
    '──────────\n山田 太郎\n──────────',
    '+-+-+-+-+-+-+\n〒100-0000 東京都\n+-+-+-+-+-+-+',
    'iPhoneから送信',
    '私のiPhoneから送信',
    'Sent from my iPhone',
    'Sent from my Galaxy',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Outlook for Android<https://aka.ms/x> を入手',
    'Yahoo!メール for iPhoneから送信',
    'Sent with Proton Mail secure email.',
    'Envoyé de mon iPhone',
  ])('are no part of what is said: "%s"', (signature) => {
    const { fresh, quoted } = cutReply(`こんにちは。\n\n${signature}\n`);
    expect(fresh).toBe('こんにちは。');
    expect(quoted).toBe(signature.trim());
  });
  test('are found above a quote, and below it', () => {
    const quote = '2026/11/20 10:15、アルク <care@aruku.example>のメール:\n\n> a\n> b';
    expect(cutReply(`はい\n\niPhoneから送信\n\n${quote}`).fresh).toBe('はい');
    expect(cutReply(`はい\n\n${quote}\n\n-- \n山田`).fresh).toBe('はい');
  });
  test.each([
    'Das ist -- glaube ich -- gut',
    '=====\n商品: A\n電話: 03-0000-0000\n=====',
    'サイズ\n-----\n25.5\n26.0',
    'I bought them with my iPhone and it was sent from my old address, so what now?',
    'メールから送信できませんでした。どうすればいいですか。',
  ])('are not what a customer writes: "%s"', (text) => {
    expect(cutReply(`こんにちは。\n${text}`)).toEqual({ fresh: `こんにちは。\n${text}`, quoted: '' });
  });
});

describe('what is never cut', () => {
  test('answers between quotes', () => {
    const text =
      'Hello,\n\nOn 20 Nov 2026, at 10:15, Aruku <a@b.example> wrote:\n> Size?\n\nEight.\n\n> Colour?\n\nBlack.';
    expect(cutReply(text).fresh).toBe('Hello,\n\nEight.\n\nBlack.');
  });
  test('everything', () => {
    for (const text of ['> a\n> b', 'iPhoneから送信', '-- \n山田', headers[0] ?? '', `${heads[0]}\n\nbody`])
      expect(cutReply(text)).toEqual({ fresh: text, quoted: '' });
  });
  test.each([
    '---------- Forwarded message ---------',
    'Begin forwarded message:',
    '-------- 転送されたメッセージ --------',
    '-------- Forwarded Message --------',
  ])('what is passed on after "%s"', (marker) => {
    const text = `この件です。\n\n${marker}\n${heads[0]}\n\n> 本文\n> 続き\n-- \n署名`;
    expect(cutReply(text)).toEqual({ fresh: text, quoted: '' });
  });
  test('what is passed on without a marker, when the subject says so', () => {
    const text = `Please see.\n\n${heads[2]}\n\nYour order`;
    expect(cutReply(text, { isForward: true })).toEqual({ fresh: text, quoted: '' });
  });
  test.each([
    'From: Tokyo\nTo: Osaka',
    '> 30 km is a lot',
    '>_< 痛いです\n>_< とても',
    '2026年11月20日に届いた靴について、次のとおりです：\n色が違います',
    'My friend wrote:\nthey are great',
    'On Friday they wrote: no refund.',
    '件名: 靴',
  ])('a customer’s own words: "%s"', (words) => {
    const text = `こんにちは。\n${words}\nよろしくお願いします。`;
    expect(cutReply(text)).toEqual({ fresh: text, quoted: '' });
  });
});

test('every line of whatever text is in one of the two, and something is left', () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...headers,
      ...heads,
      '',
      '> a',
      '>> b',
      '-- ',
      '━━━━━━',
      'iPhoneから送信',
      'TEL: 03-0000-0000',
      '＞ x',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const hints = fc.record({ isReply: fc.boolean(), isForward: fc.boolean() });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), hints, (lines, given) => {
      const text = lines.join('\n');
      const { fresh, quoted } = cutReply(text, given);
      expect(linesMissing(text, { fresh, quoted })).toEqual([]);
      expect(fresh.trim() === '').toBe(text.trim() === '');
    }),
    { numRuns: 500 },
  );
});
