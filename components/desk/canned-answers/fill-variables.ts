import type { Variable } from '../../../api/canned-answers/contract.ts';

/** What variables become; what is not known is left out. */
export type VariableValues = Partial<Record<Variable, string>>;

const variable = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The text with its variables filled in. What is unknown, or has no value, stays as it is: nobody may miss it. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replaceAll(variable, (whole, name: string) => values[name as Variable]?.trim() || whole);
}

/** Variables that still stand in a text, each as it stands there and where it begins. */
export function unfilledIn(text: string): { text: string; name: string; at: number }[] {
  return [...text.matchAll(variable)].map((match) => ({ text: match[0], name: match[1] ?? '', at: match.index }));
}
