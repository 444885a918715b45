import { describe, expect, it } from 'vitest';
import { checkTree, portalFile, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const place = '    description: { ja: 返品の手順、返金の時期, en: How to send something back }';
const asked = (question: string) => `${place}\n    questions:\n      - ${question}`;
const label = 'label: { ja: ご注文番号, en: Order number }';

const mistakes: Mistake[] = [
  {
    what: 'a question of no known kind',
    instead: place,
    write: asked(`{ id: order-number, kind: words, ${label} }`),
    line: 11,
    says: ['categories.0.questions.0.kind: expected one of text, long-text, number, choice, date'],
  },
  {
    what: 'a question in one language only',
    instead: place,
    write: asked('{ id: order-number, kind: text, label: { ja: ご注文番号 } }'),
    line: 11,
    says: ['questions.0.label.en: expected text; it is missing'],
    example: 'en: "Order number"',
  },
  {
    what: 'a pattern that is none',
    instead: place,
    write: asked(`{ id: order-number, kind: text, ${label}, pattern: '(', example: A }`),
    line: 11,
    says: ['questions.0.pattern: expected a regular expression for the whole answer; got "("'],
    example: String.raw`pattern: "A-\\d{4}-\\d{4}"`,
  },
  {
    what: 'a pattern without an example',
    instead: place,
    write: asked(String.raw`{ id: order-number, kind: text, ${label}, pattern: 'A-\d{4}-\d{4}' }`),
    line: 11,
    says: ['questions.0.example: expected an example that fits the pattern', 'it is missing'],
    example: 'example: "A-1048-2231"',
  },
  {
    what: 'an example that does not fit its pattern',
    instead: place,
    write: asked(String.raw`{ id: order-number, kind: text, ${label}, pattern: 'A-\d{4}-\d{4}', example: B-1 }`),
    line: 11,
    says: ['questions.0.example: expected an example that fits the pattern', 'got "B-1"'],
    example: 'example: "A-1048-2231"',
  },
  {
    what: 'a choice with nothing to choose from',
    instead: place,
    write: asked(
      '{ id: worn, kind: choice, label: { ja: 着用, en: Worn }, choices: [{ id: no, label: { ja: 無, en: No } }] }',
    ),
    line: 11,
    says: ['questions.0.choices: expected at least 2 entries'],
    example: 'choices: [{"id":"no","label":{"ja":"いいえ","en":"No"}},{"id":"yes","label":{"ja":"はい","en":"Yes"}}]',
  },
  {
    what: 'two questions of one name',
    instead: place,
    write: `${asked(`{ id: order-number, kind: text, ${label} }`)}\n      - { id: order-number, kind: date, ${label} }`,
    line: 10,
    says: ['categories.0.questions: expected each id once'],
    example: 'questions: [{"id":"order-number","kind":"text","label":{"ja":"ご注文番号","en":"Order number"}}]',
  },
  {
    what: 'a field that this kind of question does not have',
    instead: place,
    write: asked(`{ id: bought-on, kind: date, ${label}, pattern: '1' }`),
    line: 11,
    says: ['questions.0.pattern: there is no such field. Known here: kind, id, label, hint, required, personal'],
  },
  {
    what: 'a range that holds nothing',
    instead: place,
    write: asked(`{ id: size, kind: number, ${label}, min: 30, max: 20 }`),
    line: 11,
    says: ['questions.0.max: expected 30 or more, as min says; got 20'],
    example: 'max: 32',
  },
];

describe('the check of the questions of a category', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(portalFile, mistake);
  });

  it('takes one of each kind', async () => {
    const kinds = [
      String.raw`{ id: order-number, kind: text, ${label}, pattern: 'A-\d{4}-\d{4}', example: A-1048-2231, required: true, personal: true }`,
      `{ id: story, kind: long-text, ${label}, longest: 300 }`,
      `{ id: size, kind: number, ${label}, min: 20, max: 32, unit: cm }`,
      `{ id: bought-on, kind: date, ${label} }`,
      `{ id: worn, kind: choice, ${label}, choices: [{ id: a, label: { ja: あ, en: A } }, { id: b, label: { ja: い, en: B } }] }`,
    ];
    const { portal, findings } = await checkTree({ [portalFile]: put(asked(kinds.join('\n      - ')), place) });
    expect(findings).toEqual([]);
    expect(portal?.categories[0]?.questions.map(({ kind }) => kind)).toEqual([
      'text',
      'long-text',
      'number',
      'date',
      'choice',
    ]);
  });
});
