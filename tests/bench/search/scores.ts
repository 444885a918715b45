/** How well an engine answered some queries: shares of the queries, 0 to 1. */
export interface Scores {
  queries: number;
  top1: number;
  top3: number;
  /** Mean reciprocal rank of the first right page among the first ten. */
  mrr: number;
  empty: number;
}

/** One query's answer: the slugs of the pages found, best first, and those that would be right. */
export interface Answer {
  found: readonly string[];
  right: readonly string[];
}

export function score(answers: readonly Answer[]): Scores {
  const ranks = answers.map(({ found, right }) => found.slice(0, 10).findIndex((page) => right.includes(page)));
  const share = (count: number) => (answers.length === 0 ? 0 : count / answers.length);
  return {
    queries: answers.length,
    top1: share(ranks.filter((rank) => rank === 0).length),
    top3: share(ranks.filter((rank) => rank >= 0 && rank < 3).length),
    mrr: share(ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0)),
    empty: share(answers.filter(({ found }) => found.length === 0).length),
  };
}

export function line(name: string, { queries, top1, top3, mrr, empty }: Scores): string {
  return `${name.padEnd(44)}${String(queries).padStart(4)}${figure(top1)}${figure(top3)}${figure(mrr)}${figure(empty)}\n`;
}

export const head = `${'engine'.padEnd(44)}   n  top-1  top-3    MRR  empty\n`;

function figure(value: number): string {
  return value.toFixed(3).padStart(7);
}
