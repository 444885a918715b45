import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../../api/channels/email/parse/charsets.ts';
import { asUtf8Words, decodedWords } from '../../../../../api/channels/email/parse/encoded-words.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
/** 日本語 in each. */
const jis = bytes('1b2442 467c 4b5c 386c 1b2842');
const shiftJis = bytes('93fa 967b 8cea');
const eucJp = bytes('c6fc cbdc b8ec');
const base64 = (part: Uint8Array) => Buffer.from(part).toString('base64');

describe('Japanese charsets under all of their names', () => {
  test.each([
    'iso-2022-jp',
    'ISO-2022-JP',
    'iso-2022-jp-ms',
    'ISO-2022-JP-1',
    'csISO2022JP',
    'cp50220',
    'CP50221',
    'windows-50222',
    'x-windows-50221',
  ])('reads %s', (label) => expect(decodeText(jis, label)).toEqual({ text: '日本語', problem: null }));
  test.each([
    'shift_jis',
    'Shift-JIS',
    'shiftjis',
    'sjis',
    'x-sjis',
    'cp932',
    'CP932',
    'windows-31j',
    'Windows-932',
    'ms932',
    'MS_Kanji',
    'csShiftJIS',
  ])('reads %s', (label) => expect(decodeText(shiftJis, label)).toEqual({ text: '日本語', problem: null }));
  test.each(['euc-jp', 'EUC_JP', 'eucjp', 'x-euc-jp', 'cp51932', 'ujis'])('reads %s', (label) =>
    expect(decodeText(eucJp, label)).toEqual({ text: '日本語', problem: null }),
  );
});

describe('what ISO-2022-JP does not have, and mails have all the same', () => {
  test('characters of NEC and IBM', () => {
    expect(decodeText(bytes('1b2442 2d21 2d6a 7c71 1b2842'), 'iso-2022-jp').text).toBe('①㈱ⅰ');
  });
  test('katakana of half width, by each of three ways', () => {
    for (const hex of ['1b2849 3132 1b2842', '0e 3132 0f', 'b1b2'])
      expect(decodeText(bytes(hex), 'iso-2022-jp').text).toBe('\uff71\uff72');
  });
  test('carriers’ pictures become 〓, and the text around them stays', () => {
    expect(decodeText(bytes('1b2442 467c 7541 4b5c 1b2842'), 'iso-2022-jp').text).toBe('日〓本');
  });
  test('a line ends what was never ended', () => {
    expect(decodeText(bytes('1b2442 467c 0d0a 41'), 'iso-2022-jp').text).toBe('日\r\nA');
  });
});

describe('labels that lie', () => {
  const japanese = '靴のソールがはがれました。';
  test.each(['iso-2022-jp', 'shift_jis', 'euc-jp', 'iso-8859-1'])('UTF-8 called %s is read as UTF-8', (label) => {
    expect(decodeText(Buffer.from(japanese), label)).toEqual({ text: japanese, problem: 'wrong-charset' });
  });
  test('ISO-2022-JP called UTF-8 is read as ISO-2022-JP', () => {
    expect(decodeText(jis, 'utf-8')).toEqual({ text: '日本語', problem: 'wrong-charset' });
  });
  test('a name that nobody knows is told, and the text read', () => {
    expect(decodeText(Buffer.from(japanese), 'klingon')).toEqual({ text: japanese, problem: 'unknown-charset' });
  });
  test('without a name, Shift_JIS, EUC-JP and Western text are told apart', () => {
    expect(decodeText(shiftJis, null).text).toBe('日本語');
    expect(decodeText(bytes('b7a4 a4ce a5bd a1bc a5eb a4ac a4cf a4ac a4ec a4de a4b7 a4bf'), null).text).toBe(
      '靴のソールがはがれました',
    );
    expect(decodeText(Buffer.from('caf\u00e9 na\u00efve', 'latin1'), 'us-ascii').text).toBe('caf\u00e9 na\u00efve');
  });
  test('what cannot be read at all is marked', () => {
    expect(decodeText(bytes('e5b1 ff fe41'), 'utf-8').problem).not.toBeNull();
  });
});

describe('encoded words', () => {
  test('are joined before they are decoded, when one charset was cut within a character', () => {
    const whole = Buffer.from('日本語');
    const header = `=?UTF-8?B?${base64(whole.subarray(0, 4))}?=\t=?utf-8?B?${base64(whole.subarray(4))}?=`;
    expect(decodedWords(header)).toBe('日本語');
  });
  test('keep the text between them, and lose the blanks between two', () => {
    expect(decodedWords('a =?utf-8?Q?b_c?= =?utf-8?Q?d?= e')).toBe('a b cd e');
  });
  test('of another charset each are read each for itself', () => {
    expect(decodedWords(`=?iso-2022-jp?B?${base64(jis)}?= =?cp932?B?${base64(shiftJis)}?=`)).toBe('日本語日本語');
  });
  test('that are none stay as they are', () => {
    expect(decodedWords('=?utf-8?X?abc?= =?=?= =?utf-8?B?')).toBe('=?utf-8?X?abc?= =?=?= =?utf-8?B?');
  });
  test('hide no brackets from a parser of addresses', () => {
    expect(asUtf8Words('=?utf-8?Q?a=3Cb=40c=3E=2C?= <d@e>')).not.toMatch(/<b@c>/);
  });
});
