import type { CannedAnswer } from '../../../api/canned-answers/contract.ts';

/** The answers that have every word of a query, in their name or text; those with it in the name, then the most used, first. */
export function matchingAnswers(answers: readonly CannedAnswer[], query: string): readonly CannedAnswer[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const isNamed = ({ name }: CannedAnswer) => words.every((word) => plain(name).includes(word));
  return answers
    .filter(({ name, ja, en }) => words.every((word) => plain(`${name}\n${ja}\n${en}`).includes(word)))
    .sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)) || other.uses - one.uses);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
