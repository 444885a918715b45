import { describe, expect, it } from 'vitest';
import { widthOf, wrap } from '../../../api/mail/wrap.ts';

const long =
  'お問い合わせをお送りいただき、ありがとうございます。内容を確認のうえ、担当者からお返事いたします。「交換」をご希望のときは、サイズ（24.5cmなど）もあわせてお知らせください。';

describe('lines of a mail', () => {
  it('are at most 70 columns wide, and hold everything', () => {
    const lines = wrap(long, 'ja').split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => widthOf(line) <= 70)).toBe(true);
    expect(lines.join('')).toBe(long);
  });

  it('neither begin with what ends a sentence, nor end with what opens one', () => {
    for (let columns = 20; columns <= 70; columns += 1) {
      for (const line of wrap(long, 'ja', columns).split('\n')) {
        expect(line).not.toMatch(/^[、。）」ー]/);
        expect(line).not.toMatch(/[（「]$/);
      }
    }
  });

  it('do not part words, Japanese ones neither', () => {
    for (let columns = 20; columns <= 70; columns += 1) {
      const lines = wrap(long, 'ja', columns);
      for (const word of ['問い', '内容', '担当', '交換', 'サイズ', '24.5']) expect(lines).toContain(word);
    }
    const english = wrap('We’ve received your message, and one of us will answer by Monday.', 'en', 24);
    expect(english.split('\n')).toEqual(['We’ve received your', 'message, and one of us', 'will answer by Monday.']);
  });

  it('leave addresses whole, however long', () => {
    const url = `https://help.example.com/ja/requests/${'x'.repeat(80)}/`;
    expect(wrap(`こちらをご覧ください：${url} です。`, 'ja')).toContain(url);
  });

  it('cut what has no end', () => {
    const lines = wrap('x'.repeat(200), 'en').split('\n');
    expect(lines.map((line) => line.length)).toEqual([70, 70, 60]);
  });

  it('keep the line ends of the text', () => {
    expect(wrap('a\n\nb\n', 'en')).toBe('a\n\nb\n');
  });
});
