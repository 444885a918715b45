import { beforeAll, describe, expect, it } from 'vitest';
import { makeReader } from '../../../components/search/core/readings.ts';
import { readingsOf } from '../../../site/build/readings.ts';

describe('the readings of Japanese texts', () => {
  let readings: Record<string, string> = {};

  // Unpacking the dictionary is most of the work, so all tests share one.
  beforeAll(async () => {
    readings = await readingsOf([
      '領収書の発行',
      '保証の期間は２年です。',
      'ギフト ラッピング',
      'PayPayで払う',
      '消しゴム',
      'くつを はく',
    ]);
  }, 30_000);

  it('are those of their words', () => {
    expect(readings).toMatchObject({
      領収: 'りょうしゅう',
      書: 'しょ',
      保証: 'ほしょう',
      期間: 'きかん',
      発行: 'はっこう',
    });
  });

  it('have beside them those of words that sound the same', () => {
    expect(readings).toMatchObject({ 所: 'しょ', 補償: 'ほしょう', 保障: 'ほしょう' });
  });

  it('make one sound of what is easily mistaken', () => {
    const read = makeReader(readings);
    expect(read('領収書')).toBe('りょうしゅうしょ');
    expect(read('領収所')).toBe('りょうしゅうしょ');
    expect(read('補償期間')).toBe(read('保証期間'));
    expect(read('消しゴム')).toBe('けしこむ');
  });

  it('are in hiragana only', () => {
    for (const sound of Object.values(readings)) expect(sound).toMatch(/^[ぁ-ゖー]+$/);
  });

  it('are none for words without kanji', () => {
    for (const word of Object.keys(readings)) expect(word).toMatch(/[一-龠々]/);
  });

  it('have few homophones for each sound', () => {
    const counts = new Map<string, number>();
    for (const sound of Object.values(readings)) counts.set(sound, (counts.get(sound) ?? 0) + 1);
    for (const count of counts.values()) expect(count).toBeLessThanOrEqual(5);
  });

  it('come in one order, whatever that of the texts, so that builds do not differ', async () => {
    const one = await readingsOf(['保証の期間', '領収書']);
    const other = await readingsOf(['領収書', '保証の期間']);
    expect(Object.entries(one)).toEqual(Object.entries(other));
  }, 30_000);

  it('are none without texts', async () => {
    expect(await readingsOf([])).toEqual({});
    expect(await readingsOf(['', 'abc', 'かな', 'カナ'])).toEqual({});
  }, 30_000);
});
