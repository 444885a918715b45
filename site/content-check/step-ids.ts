import { pageOf } from '../translations/record.ts';
import type { CheckedArticle } from './article.ts';
import type { Finding } from './finding.ts';
import { nearest } from './references.ts';

/**
 * Steps that a flow has in one language only: an address with its step leads to the same place in every language. What is
 * wrong within a flow is mended first.
 */
export function checkStepIds(articles: readonly CheckedArticle[]): Finding[] {
  const readable = articles.filter(
    ({ front, findings, kind }) => front && findings.length === 0 && kind === 'troubleshooting',
  );
  return [...Map.groupBy(readable, pageOf).values()].flatMap((versions) =>
    versions.flatMap((own) => versions.filter((other) => other !== own).flatMap((other) => strangers(own, other))),
  );
}

function strangers(own: CheckedArticle, other: CheckedArticle): Finding[] {
  const known = other.sections.map(({ step }) => step);
  const mine = new Set(own.sections.map(({ step }) => step));
  return own.sections
    .filter(({ step }) => step !== '' && !known.includes(step))
    .map(({ step, line }) => {
      const free = known.filter((id) => id !== '' && !mine.has(id));
      const meant = nearest(step, free) ?? free[0];
      return {
        file: own.file,
        line,
        reason: `The step "${step}" is none of ${other.file}: a flow has the same steps, by the same ids, in every language.`,
        example: meant ? `id="${meant}"` : `a step with id="${step}" in ${other.file}`,
      };
    });
}
