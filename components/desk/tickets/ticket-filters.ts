import { html, nothing, type TemplateResult } from 'lit';
import type { Colleagues, TicketFilter } from '../../../api/desk/contract.ts';
import { messages } from './list-messages.ts';
import { priorityTexts } from './priority-texts.ts';

export type Filters = Omit<TicketFilter, 'view'>;
export type FilterName = keyof Filters;

/** Every filter that the API knows, in the order of their fields. */
export const filterNames = Object.keys({
  tag: true,
  category: true,
  priority: true,
  language: true,
  channel: true,
  assignee: true,
  team: true,
} satisfies Record<FilterName, true>) as FilterName[];

export interface FilterContext {
  language: 'ja' | 'en';
  categories: readonly { slug: string; name: { ja: string; en: string } }[];
  colleagues: Colleagues | null;
}

/** The filters an address names; what else stands there is none. */
export function filtersIn(place: Readonly<Record<string, string | undefined>>): Filters {
  // What somebody typed into the address is for the API to refuse.
  return Object.fromEntries(filterNames.flatMap((name) => (place[name] ? [[name, place[name]]] : []))) as Filters;
}

/** Filters as an address has them. */
export function parametersOf(filters: Filters): Record<string, string> {
  return Object.fromEntries(filterNames.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
}

/** What a filter is set to, in words: an id that nobody knows any more stands as it is. */
export function filterText(name: FilterName, value: string, context: FilterContext): string {
  return choicesOf(name, context).find(([known]) => known === value)?.[1] ?? value;
}

/** The filters in force, each with a way to take it away. */
export function filterChips(
  filters: Filters,
  context: FilterContext,
  choose: (filters: Filters) => void,
): TemplateResult | typeof nothing {
  const set = filterNames.flatMap((name) => (filters[name] ? [{ name, value: filters[name] }] : []));
  if (set.length === 0) return nothing;
  const says = messages[context.language];
  return html`<ul class="filter-chips">
    ${set.map(({ name, value }) => {
      const text = `${says.filters[name]}${context.language === 'ja' ? '：' : ': '}${filterText(name, value, context)}`;
      return html`<li>
        <button
          class="chip"
          type="button"
          aria-label=${says.removeFilter(text)}
          @click=${() => choose({ ...filters, [name]: undefined })}
        >
          ${text} <span aria-hidden="true">×</span>
        </button>
      </li>`;
    })}
    ${
      set.length > 1
        ? html`<li>
            <button class="desk-link" type="button" @click=${() => choose({})}>${says.clearFilters}</button>
          </li>`
        : nothing
    }
  </ul>`;
}

/** A list of choices for each filter; choosing narrows at once. */
export function filterFields(
  filters: Filters,
  context: FilterContext,
  choose: (filters: Filters) => void,
): TemplateResult {
  const says = messages[context.language];
  return html`<div class="filter-fields">
    ${filterNames.map((name) => {
      const chosen = filters[name] ?? '';
      const choices = choicesOf(name, context);
      const isKnown = !chosen || choices.some(([value]) => value === chosen);
      return html`<div class="field">
        <label for=${`filter-${name}`}>${says.filters[name]}</label>
        <select
          id=${`filter-${name}`}
          @change=${({ target }: Event) => choose({ ...filters, [name]: (target as HTMLSelectElement).value || undefined })}
        >
          <option value="" .selected=${chosen === ''}>${says.any}</option>
          ${(isKnown ? choices : [[chosen, chosen] as const, ...choices]).map(
            ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
          )}
        </select>
      </div>`;
    })}
  </div>`;
}

/** What a filter can be set to, as values and words. */
function choicesOf(
  name: FilterName,
  { language, categories, colleagues }: FilterContext,
): (readonly [string, string])[] {
  const says = messages[language];
  switch (name) {
    case 'tag':
      return (colleagues?.tags ?? []).map((tag) => [tag, tag]);
    case 'category':
      return categories.map(({ slug, name: names }) => [slug, names[language]]);
    case 'priority':
      return (['urgent', 'high', 'normal', 'low'] as const).map((priority) => [
        priority,
        priorityTexts[language][priority],
      ]);
    case 'language':
      return (['ja', 'en'] as const).map((spoken) => [spoken, says.languages[spoken]]);
    case 'channel':
      return (colleagues?.channels ?? []).map(({ id, name: names }) => [id, names[language]]);
    case 'assignee':
      return [['none', says.nobody], ...(colleagues?.agents ?? []).map(({ id, name: agent }) => [id, agent] as const)];
    case 'team':
      return [['none', says.noTeam], ...(colleagues?.teams ?? []).map(({ id, name: team }) => [id, team] as const)];
  }
}
