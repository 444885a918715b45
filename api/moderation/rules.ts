import type { Language } from '../../content/schema/languages.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Throws `invalid-input` for a rule that stands in no guidelines. */
export function checkRule({ portal }: Services, rule: string | undefined): void {
  const ids = (portal().forum?.rules ?? []).map(({ id }) => id);
  if (rule === undefined || ids.includes(rule)) return;
  throw new Problem('invalid-input', { errors: [{ pointer: '#/rule', detail: ids.join(', ') }] });
}

/** What a rule is called; `null` for none, or one that has gone since. */
export function ruleTitle({ portal }: Services, rule: string | null, language: Language): string | null {
  return portal().forum?.rules.find(({ id }) => id === rule)?.title[language] ?? null;
}
