import { describe, expect, it } from 'vitest';
import { variables } from '../../../../api/canned-answers/contract.ts';
import { fillVariables, unfilledIn } from '../../../../components/desk/canned-answers/fill-variables.ts';
import { matchingAnswers } from '../../../../components/desk/canned-answers/matching-answers.ts';
import { sampleValues } from '../../../../components/desk/canned-answers/sample-values.ts';
import { variableTexts } from '../../../../components/desk/canned-answers/variable-texts.ts';

describe('variables of a canned answer', () => {
  it('become what is known, however they are spaced', () => {
    expect(fillVariables('{{customer}}様（{{ reference }}）', { customer: '佐藤花子', reference: 'M-AAAA' })).toBe(
      '佐藤花子様（M-AAAA）',
    );
  });

  it('stay where nothing is known, and are found', () => {
    const filled = fillVariables('{{customer}} {{team}} {{nonsense}}', { customer: ' ', team: 'Returns' });
    expect(filled).toBe('{{customer}} Returns {{nonsense}}');
    expect(unfilledIn(filled)).toEqual([
      { text: '{{customer}}', name: 'customer', at: 0 },
      { text: '{{nonsense}}', name: 'nonsense', at: 21 },
    ]);
  });

  it('take nothing of a customer’s name for a variable of their own', () => {
    expect(fillVariables('{{customer}}', { customer: '{{agent}}', agent: 'Emma' })).toBe('{{agent}}');
  });

  it('have a name and a sample each, in both languages', () => {
    for (const language of ['ja', 'en'] as const) {
      expect(Object.keys(variableTexts[language]).sort()).toEqual([...variables].sort());
      expect(Object.values(sampleValues(language, '', '')).every(Boolean)).toBe(true);
    }
  });
});

const answer = (id: string, name: string, ja: string, uses: number) => ({ id, name, ja, en: '', uses, changedAt: 0 });

describe('canned answers', () => {
  const all = [
    answer('a', 'お礼', '返品ありがとう', 9),
    answer('b', '返品の手順', '箱は', 1),
    answer('c', '在庫', '', 20),
  ];
  const found = (query: string) => matchingAnswers(all, query).map(({ id }) => id);

  it('come with the most used first', () => {
    expect(found('')).toEqual(['c', 'a', 'b']);
  });

  it('are found by every word, those that are called so first', () => {
    expect(found('返品')).toEqual(['b', 'a']);
    expect(found('返品　ありがとう')).toEqual(['a']);
    expect(found('ない')).toEqual([]);
  });
});
