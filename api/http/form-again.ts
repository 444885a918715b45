import { html } from 'hono/html';
import { type HTMLElement, parse } from 'node-html-parser';
import type { ProblemBody } from '../problem.ts';

/** The page a form stands on, with what was typed kept and what was wrong said where it was wrong. */
export async function formAgain(
  page: string,
  formId: string,
  typed: Record<string, string>,
  problem: ProblemBody,
): Promise<string> {
  const root = parse(page, { comment: true });
  const form = root.querySelector(`form#${formId}`);
  if (form) {
    // A key that was used up would be refused again: the page has a new one.
    const { key: _, ...withoutKey } = typed;
    keepTyped(form, problem.type === '/problems/key-reused' ? withoutKey : typed);
    await showProblem(form, problem, root.querySelector('html')?.getAttribute('lang') === 'ja' ? '：' : ': ');
  }
  return root.toString();
}

/** A page with something in the fields of a form already. */
export function formFilled(page: string, formId: string, values: Record<string, string>): string {
  const root = parse(page, { comment: true });
  const form = root.querySelector(`form#${formId}`);
  if (form) keepTyped(form, values);
  return root.toString();
}

function keepTyped(form: HTMLElement, typed: Record<string, string>) {
  for (const field of form.querySelectorAll('input[name], textarea[name], select[name]')) {
    if (field.getAttribute('type') === 'file') continue;
    const value = typed[field.getAttribute('name') ?? ''];
    if (value === undefined) continue;
    if (field.tagName === 'TEXTAREA') {
      // A newline right after the tag is dropped by browsers: give them one to drop.
      field.innerHTML = `\n${escaped(value)}`;
    } else if (field.tagName === 'SELECT') {
      for (const option of field.querySelectorAll('option')) {
        if (option.getAttribute('value') === value) option.setAttribute('selected', '');
      }
    } else if (['radio', 'checkbox'].includes(field.getAttribute('type') ?? '')) {
      if (field.getAttribute('value') === value) field.setAttribute('checked', '');
    } else if (field.getAttribute('type') !== 'password') {
      // Quotes are escaped there, ampersands are not.
      field.setAttribute('value', value.replaceAll('&', '&amp;'));
    }
  }
}

async function showProblem(form: HTMLElement, problem: ProblemBody, colon: string) {
  const wrong = (problem.errors ?? []).map(({ pointer, detail }) => ({ name: fieldOf(pointer), detail }));
  for (const { name, detail } of wrong) {
    const field = form.querySelectorAll('[name]').find((element) => element.getAttribute('name') === name);
    const place = field && form.querySelector(`#${field.id}-error`);
    if (!field || !place) continue;
    field.setAttribute('aria-invalid', 'true');
    const before = place.textContent ? `${place.innerHTML}<br>` : '';
    place.innerHTML = `${before}${escaped(detail)}`;
    place.removeAttribute('hidden');
  }
  const summary = form.querySelector('[data-slot="problem"]');
  if (!summary) return;
  // Names are what somebody sent: nothing to build a selector from, unless the form has such a field.
  const ids = new Set(form.querySelectorAll('[id]').map(({ id }) => id));
  const lines = wrong
    .filter(({ name }) => ids.has(`${form.id}-${name}`))
    .map(({ name, detail }) => {
      const label = form.querySelector(`label[for="${form.id}-${name}"] [data-label]`)?.textContent ?? name;
      return html`<li><a href="#${form.id}-${name}">${label}</a>${colon}${detail}</li>`;
    });
  summary.innerHTML = String(
    await html`<p>${problem.title}</p>
      ${problem.detail ? html`<p>${problem.detail}</p>` : ''}${
        lines.length > 0
          ? html`<ul>
              ${lines}
            </ul>`
          : ''
      }`,
  );
  summary.removeAttribute('hidden');
}

/** Several files are one field: `#/files/2` is in `files`. Fields cannot be nested: `#/answers/size` is `answer-size`. */
function fieldOf(pointer: string): string {
  return pointer
    .slice(2)
    .replace(/^files\/\d+$/, 'files')
    .replace(/^answers\//, 'answer-');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
