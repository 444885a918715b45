import { html, nothing, type TemplateResult } from 'lit';
import type { AuditEntry } from '../../../api/audit/contract.ts';
import { dateLocales } from '../../../content/calendar.ts';
import { hrefOf } from '../desk-place.ts';
import { actionName, knownActions } from './action-names.ts';
import { messages } from './messages.ts';

/** Who did it, as far as that is known. */
export function doer({ by }: AuditEntry, language: 'ja' | 'en'): string {
  const says = messages[language];
  return by ? (by.name ?? says.someoneGone) : says.nobody;
}

/** What it was done to; tickets and notices lead to themselves. */
export function target({ target: { kind, id } }: AuditEntry, language: 'ja' | 'en'): TemplateResult {
  const name = messages[language].targets[kind] ?? kind;
  const page = { ticket: 'tickets', notice: 'notices' }[kind];
  const view = kind === 'ticket' ? 'all' : 'current';
  return html`${name}
  ${page ? html`<a class="reference" href=${hrefOf(page, { view, id })}>${id}</a>` : html`<span class="reference">${id}</span>`}`;
}

/** The same in a line of the list: an id that was made for machines is left to the entry itself. */
export function shortTarget({ target: { kind, id } }: AuditEntry, language: 'ja' | 'en'): string {
  const name = messages[language].targets[kind] ?? kind;
  return /^[\da-f]{8}-[\da-f-]{27}$/.test(id) ? name : `${name} ${id}`;
}

/** To the second: what is looked for here is often what came right after. */
export function exactTime(at: number, language: 'ja' | 'en', timeZone: string): string {
  const format: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23', timeZone };
  return new Intl.DateTimeFormat(dateLocales[language], format).format(at);
}

/** Narrows the list down; `apply` is told all that is chosen, without what was left open. */
export function filterForm(
  chosen: Readonly<Record<string, string>>,
  language: 'ja' | 'en',
  apply: (filters: Record<string, string>) => void,
): TemplateResult {
  const says = messages[language].filter;
  const onChange = ({ currentTarget }: Event) => {
    const fields = [...new FormData(currentTarget as HTMLFormElement)];
    apply(
      Object.fromEntries(
        fields.flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : [])),
      ),
    );
  };
  const date = (name: 'from' | 'to') =>
    html`<div class="field">
      <label for=${`audit-${name}`}>${says[name]}</label>
      <input id=${`audit-${name}`} name=${name} type="date" .value=${chosen[name] ?? ''} />
    </div>`;
  return html`<form
    class="form audit-filter"
    aria-label=${says.label}
    @change=${onChange}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <div class="field">
      <label for="audit-action">${says.action}</label>
      <select id="audit-action" name="action">
        <option value="">${says.any}</option>
        ${knownActions.map((action) => html`<option value=${action} ?selected=${action === chosen['action']}>${actionName(action, language)}</option>`)}
      </select>
    </div>
    ${date('from')} ${date('to')}
  </form>`;
}

/** What is known beside who and what: names and values, as they were recorded. */
export function details({ detail }: AuditEntry): TemplateResult | typeof nothing {
  const entries = Object.entries(detail);
  if (entries.length === 0) return nothing;
  return html`<ul class="audit-details">
    ${entries.map(([name, value]) => html`<li><code>${name}</code> ${typeof value === 'string' ? value : JSON.stringify(value)}</li>`)}
  </ul>`;
}
