import { expect, it } from 'vitest';
import { excerptAround } from '../../../api/desk/search/excerpt.ts';

it('an excerpt begins at its text’s beginning, or a little before what was found, with a whole word', () => {
  expect(excerptAround('Take the insoles out.', 'insoles')).toBe('Take the insoles out.');
  expect(excerptAround('Stuff them with newspaper, loosen the tongue. Take the insoles out.', 'insoles')).toBe(
    '…the tongue. Take the insoles out.',
  );
  expect(
    excerptAround('濡れた靴には新聞紙を詰めて、風通しのよい日陰で二日ほど乾かします。中敷きは外します。', '中敷き'),
  ).toBe('…を詰めて、風通しのよい日陰で二日ほど乾かします。中敷きは外します。');
});

it('no character is cut in two, and a word that is too long for that is', () => {
  expect(excerptAround(`${'😀'.repeat(20)} shoe`, 'shoe')).toMatch(/^…(?:😀)+ shoe$/u);
  expect(excerptAround(`${'a'.repeat(60)}shoe`, 'shoe')).toBe(`…${'a'.repeat(24)}shoe`);
});
