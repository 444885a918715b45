import { expect, it } from 'vitest';
import { folded } from '../../../../api/moderation/reviewers/folded-text.ts';
import { payloads } from '../../../support/payloads.ts';

it.each([
  ['full and half width', 'ＬＩＮＥ ﾗｲﾝ ﾊﾟｽﾜｰﾄﾞ', 'line ライン パスワード'],
  ['capital letters and accents', 'CAFÉ Ünter', 'cafe unter'],
  ['Cyrillic and Greek letters', 'Еаrn Вitсоin ραypal', 'earn bitcoin paypal'],
  ['letters of mathematics, in circles and in squares', '𝗕𝘂𝘆 Ⓗⓞⓣ 🅻🅸🅽🅴 🇴🇰', 'buy hot line ok'],
  ['what nobody sees', 'C\u200ba\u200ds\u2060i\u00adn\u{e0061}o\ufe0f', 'casino'],
  ['kanji that stand for kana', 'ア力ウント、パ一ト、ロ座', 'アカウント、パート、ロ座'],
])('%s are read as what they look like', (_, written, read) => {
  expect(folded(written)).toBe(read);
});

it('Japanese keeps its marks, and kanji stay kanji where they are meant', () => {
  expect(folded('がぎぐ プール 努力 二口 第一')).toBe('がぎぐ プール 努力 二口 第一');
});

it('folding what is folded changes nothing', () => {
  for (const payload of payloads) expect(folded(folded(payload))).toBe(folded(payload));
});
