import type { FieldError } from '../../api/problem.ts';
import { takeAnswer, wrongAnswerText } from '../../content/answers.ts';
import type { Language } from '../../content/schema/languages.ts';
import { pageLanguage } from '../base/page.ts';
import { type Field, fieldNameOf, fieldsOf, ruleOfField } from './fields.ts';
import { messages } from './messages.ts';

/** What the browser can tell is wrong with a form, in the portal's own words. */
export function localErrors(form: HTMLFormElement, language: Language): FieldError[] {
  return fieldsOf(form).flatMap((field) => {
    const detail = wrongWith(field, language);
    return detail === null ? [] : [{ pointer: `#/${field.name}`, detail }];
  });
}

function wrongWith(field: Field, language: Language): string | null {
  const rule = ruleOfField(field);
  if (rule) {
    // A day that does not exist has no value: the browser alone knows that something was typed.
    if (field.validity.badInput) return wrongAnswerText(rule, 'no-day', language);
    const taken = takeAnswer(rule, field.value);
    return 'wrong' in taken ? wrongAnswerText(rule, taken.wrong, language) : null;
  }
  if (field.validity.valid && (!field.required || field.value.trim())) return null;
  const says = messages[language];
  return field.value.trim() ? says.email : says.missing;
}

/** Shows errors at their fields and in the form's summary, and leads the reader there. */
export function showProblem(form: HTMLFormElement, title: string, errors: readonly FieldError[]): void {
  clearErrors(form);
  for (const { pointer, detail } of errors) {
    // What is wrong with one of several files is said at that file.
    if (pointer.startsWith('#/files/')) continue;
    const field = fieldAt(form, pointer);
    const place = field && form.querySelector<HTMLElement>(`#${field.id}-error`);
    if (!field || !place) continue;
    field.setAttribute('aria-invalid', 'true');
    place.textContent = detail;
    place.hidden = false;
  }
  const summary = summaryOf(form);
  const heading = document.createElement('p');
  heading.textContent = title;
  summary.replaceChildren(heading, ...linksTo(form, errors));
  summary.hidden = false;
  summary.focus();
}

export function clearErrors(form: HTMLFormElement): void {
  for (const field of allFields(form)) {
    field.removeAttribute('aria-invalid');
    const place = form.querySelector<HTMLElement>(`#${field.id}-error`);
    if (place) place.hidden = true;
  }
  summaryOf(form).hidden = true;
}

function linksTo(form: HTMLFormElement, errors: readonly FieldError[]): HTMLElement[] {
  const items = errors.map(({ pointer, detail }) => {
    const item = document.createElement('li');
    const field = fieldAt(form, pointer);
    // Nothing here leads there, as where the page is older than the questions: it is said all the same.
    if (!field) {
      item.append(detail);
      return item;
    }
    const link = document.createElement('a');
    link.href = `#${field.id}`;
    link.textContent = form.querySelector(`label[for="${field.id}"] [data-label]`)?.textContent ?? field.name;
    item.append(link, `${pageLanguage() === 'ja' ? '：' : ': '}${detail}`);
    return item;
  });
  if (items.length === 0) return [];
  const list = document.createElement('ul');
  list.append(...items);
  return [list];
}

function fieldAt(form: HTMLFormElement, pointer: string): Field | undefined {
  return allFields(form).find(({ name }) => name === fieldNameOf(pointer));
}

/** Files as well. */
function allFields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input:not([type=hidden]), textarea, select')];
}

function summaryOf(form: HTMLFormElement): HTMLElement {
  const summary = form.querySelector<HTMLElement>('[data-slot="problem"]');
  if (!summary) throw new Error('The form needs a place for problems');
  return summary;
}
