import { describe, expect, it } from 'vitest';
import { problems } from '../../api/problem.ts';
import { en } from '../../site/i18n/en.ts';
import { ja } from '../../site/i18n/ja.ts';

type Texts = Record<string, unknown>;
const ofComponents = import.meta.glob<{ messages: { ja: Texts; en: Texts } }>(
  '../../components/**/{messages,list-messages,bulk-messages,shortcut-messages,{thread,composer,conversation,properties,picker,item,dialog}-messages}.ts',
  {
    eager: true,
  },
);

const rooms: { room: string; ja: Texts; en: Texts }[] = [
  { room: 'site/i18n', ja, en },
  {
    room: 'api/problem.ts',
    ja: Object.fromEntries(Object.entries(problems).map(([slug, { title }]) => [slug, title.ja])),
    en: Object.fromEntries(Object.entries(problems).map(([slug, { title }]) => [slug, title.en])),
  },
  ...Object.entries(ofComponents).map(([path, { messages }]) => ({ room: path.replace('../../', ''), ...messages })),
];

/** The way to the other language is written in that language. */
const inTheOther = new Set(['site/i18n nav.switchTo']);

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3001-\u301f\u30fb\uff01-\uff60]/u;

describe('the two languages', () => {
  it('are looked at wherever something is said', () => {
    expect(rooms.map(({ room }) => room)).toEqual(
      expect.arrayContaining(['components/contact/messages.ts', 'components/desk/messages.ts']),
    );
  });

  it.for(rooms)('have the same texts in $room', (texts) => {
    expect([...said(texts.en).keys()].sort()).toEqual([...said(texts.ja).keys()].sort());
  });

  it.for(rooms)('leave nothing unsaid in $room', (texts) => {
    for (const language of ['ja', 'en'] as const) {
      const empty = [...said(texts[language])].filter(([, text]) => text.trim() === '');
      expect(empty.map(([key]) => `${language} ${key}`)).toEqual([]);
    }
  });

  it.for(rooms)('are each written in itself in $room', (texts) => {
    const isForeign = (key: string) => inTheOther.has(`${texts.room} ${key}`);
    const notJapanese = [...said(texts.ja)].filter(([key, text]) => japanese.test(text) === isForeign(key));
    const notEnglish = [...said(texts.en)].filter(([key, text]) => japanese.test(text) !== isForeign(key));
    expect(notJapanese).toEqual([]);
    expect(notEnglish).toEqual([]);
  });
});

/** Every text by its path; one that is made around values, with some in it. */
function said(texts: Texts, path = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const place = path ? `${path}.${key}` : key;
    if (typeof value === 'function') return [[place, String(value(...Array.from({ length: value.length }, () => 2)))]];
    return value !== null && typeof value === 'object' ? [...said(value as Texts, place)] : [[place, String(value)]];
  });
  return new Map(entries);
}
