import type { FieldError } from '../../api/problem.ts';
import type { Language } from '../../content/schema/languages.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './messages.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What the browser can tell is wrong with a form, in the portal's own words. */
export function localErrors(form: HTMLFormElement, language: Language): FieldError[] {
  const says = messages[language];
  return fieldsOf(form)
    .filter((field) => !field.validity.valid || (field.required && !field.value.trim()))
    .map((field) => ({
      pointer: `#/${field.name}`,
      detail: field.value.trim() ? says.email : says.missing,
    }));
}

/** Shows errors at their fields and in the form's summary, and leads the reader there. */
export function showProblem(form: HTMLFormElement, title: string, errors: readonly FieldError[]): void {
  clearErrors(form);
  for (const { pointer, detail } of errors) {
    // What is wrong with one of several files is said at that file.
    const field = fieldsOf(form).find(({ name }) => name === pointer.slice(2));
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
  for (const field of fieldsOf(form)) {
    field.removeAttribute('aria-invalid');
    const place = form.querySelector<HTMLElement>(`#${field.id}-error`);
    if (place) place.hidden = true;
  }
  summaryOf(form).hidden = true;
}

function linksTo(form: HTMLFormElement, errors: readonly FieldError[]): HTMLElement[] {
  const items = errors.flatMap(({ pointer, detail }) => {
    const field = fieldsOf(form).find(({ name }) => name === pointer.slice(2).replace(/\/\d+$/, ''));
    if (!field) return [];
    const link = document.createElement('a');
    link.href = `#${field.id}`;
    link.textContent = form.querySelector(`label[for="${field.id}"] [data-label]`)?.textContent ?? field.name;
    const item = document.createElement('li');
    item.append(link, `${pageLanguage() === 'ja' ? '：' : ': '}${detail}`);
    return [item];
  });
  if (items.length === 0) return [];
  const list = document.createElement('ul');
  list.append(...items);
  return [list];
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input:not([type=hidden]), textarea')];
}

function summaryOf(form: HTMLFormElement): HTMLElement {
  const summary = form.querySelector<HTMLElement>('[data-slot="problem"]');
  if (!summary) throw new Error('The form needs a place for problems');
  return summary;
}
