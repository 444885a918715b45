import { describe, expect, it } from 'vitest';
import { drawing } from '../../../site/social-pictures/drawing.ts';
import { breakLines } from '../../../site/social-pictures/lines.ts';
import { paint } from '../../../site/social-pictures/paint.ts';
import { socialPicture, socialPictures } from '../../../site/social-pictures/pictures.ts';

const length = (text: string) => text.length;

describe('the lines of a social picture', () => {
  it('are as few as fit, and of about the same length', () => {
    expect(breakLines('Orders and payment', 'en', 30, length)).toEqual(['Orders and payment']);
    expect(breakLines('How we change the way returns work', 'en', 30, length)).toEqual([
      'How we change the',
      'way returns work',
    ]);
  });

  it('are broken between phrases in Japanese, never before a particle, a closing bracket or a counter', () => {
    const title = '年末年始の営業とお届けについてのお知らせ（2026年12月29日〜2027年1月3日）';
    for (let widest = 10; widest <= 24; widest += 1) {
      const lines = breakLines(title, 'ja', widest, length);
      expect(lines.join('')).toBe(title);
      for (const line of lines) {
        expect(line).not.toMatch(/^[、。）」ーっのとをに月日]/);
        expect(line).not.toMatch(/[（「おご\d]$/);
      }
    }
  });

  it('leave a word that is too wide alone', () => {
    expect(breakLines('An unreasonablylongword here', 'en', 8, length)).toEqual(['An', 'unreasonablylongword', 'here']);
  });
});

describe('a social picture', () => {
  it('is a PNG of 1200 by 630, light enough to be fetched for every card', async () => {
    for (const { words } of socialPictures()) {
      const png = Buffer.from(await paint(words));
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png.length).toBeLessThan(60_000);
    }
  });

  it('says what it is told, whatever signs are in it', () => {
    const svg = drawing({ language: 'en', siteName: 'Aruku', title: 'A <b> & "c"' });
    expect(svg).toContain('A &lt;b> &amp; "c"');
  });

  it('is the category’s where there is one, and has words for who does not see it', () => {
    expect(socialPicture('ja', 'returns')).toEqual({
      address: '/social/ja-returns.png',
      alt: '返品・交換 | アルク ヘルプセンター',
      width: 1200,
      height: 630,
    });
    expect(socialPicture('en')).toMatchObject({ address: '/social/en.png', alt: 'Aruku Help Centre | Aruku' });
  });
});
