import { type AnswerRule, takeAnswer } from '../../content/answers.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const answerName = 'answer-';

/** What somebody fills in by hand, without files. */
export function fieldsOf(form: HTMLFormElement): Field[] {
  const selector = 'input:not([type=hidden], [type=file], [name=website]), textarea, select';
  return [...form.querySelectorAll<Field>(selector)];
}

/** What a field of a category's question wants; `null` for the fields that every message has. */
export function ruleOfField(field: Field): AnswerRule | null {
  return JSON.parse(field.dataset['rule'] ?? 'null') as AnswerRule | null;
}

/** The name of the field that a problem points at: `#/answers/size` is in `answer-size`, `#/files/2` in `files`. */
export function fieldNameOf(pointer: string): string {
  return pointer
    .slice(2)
    .replace(/\/\d+$/, '')
    .replace(/^answers\//, answerName);
}

/** What was answered, by the questions' ids; `null` when nothing was. */
export function answersIn(form: HTMLFormElement): Record<string, string> | null {
  const answered = fieldsOf(form)
    .filter(({ name, value }) => name.startsWith(answerName) && value.trim() !== '')
    .map(({ name, value }) => [name.slice(answerName.length), value.trim()]);
  return answered.length > 0 ? (Object.fromEntries(answered) as Record<string, string>) : null;
}

/** Values by the names of their fields, as a form holds them. */
export function valuesIn(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(fieldsOf(form).map(({ name, value }) => [name, value]));
}

/** Puts values into fields that are empty, as far as they have room. */
export function fillEmpty(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const field of fieldsOf(form)) {
    const longest = 'maxLength' in field && field.maxLength > 0 ? field.maxLength : undefined;
    field.value ||= (values[field.name] ?? '').slice(0, longest);
  }
}

export interface ShownAnswer {
  question: string;
  answer: string;
}

/** What was answered, as somebody reads it: questions by their labels, choices by theirs. */
export function shownAnswersIn(form: HTMLFormElement): ShownAnswer[] {
  return fieldsOf(form)
    .filter(({ name, value }) => name.startsWith(answerName) && value.trim() !== '')
    .map((field) => ({
      question: form.querySelector(`label[for="${field.id}"] [data-label]`)?.textContent ?? field.name,
      answer: shownValue(field),
    }));
}

function shownValue(field: Field): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent ?? '';
  const rule = ruleOfField(field);
  const taken = rule ? takeAnswer(rule, field.value) : { answer: field.value.trim() };
  const answer = 'answer' in taken ? taken.answer : field.value.trim();
  return rule?.kind === 'number' && rule.unit ? `${answer} ${rule.unit}` : answer;
}
