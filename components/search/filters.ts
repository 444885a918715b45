import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import type { IndexedCategory } from './core/question-index.ts';
import { kinds } from './kinds.ts';
import { messages } from './messages.ts';
import type { SearchFilter } from './search.ts';

export function isFiltered({ kind, category }: SearchFilter): boolean {
  return Boolean(kind ?? category);
}

/** Which kind and which category the results are to be of. */
export function filters(
  filter: SearchFilter,
  language: Language,
  { categories, hasForum }: { categories: readonly IndexedCategory[]; hasForum: boolean },
  onChange: (filter: SearchFilter) => void,
): TemplateResult {
  const says = messages[language];
  const ofKind = Object.entries({ ...kinds[language], ...(hasForum && { forum: says.forum }) });
  const ofCategory = categories.map(({ slug, name }): Choice => [slug, name]);
  return html`<div class="search-filters" role="group" aria-label=${says.filter}>
    ${select('kind', says.kind, says.anyKind, ofKind, filter.kind, (kind) =>
      onChange({ ...filter, kind: kind as SearchFilter['kind'] }),
    )}
    ${
      ofCategory.length > 0
        ? select('category', says.category, says.anyCategory, ofCategory, filter.category, (category) =>
            onChange({ ...filter, category }),
          )
        : nothing
    }
  </div>`;
}

type Choice = [value: string, name: string];

function select(
  name: string,
  label: string,
  any: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  onChoose: (value: string | undefined) => void,
) {
  return html`<label class="search-filter"
    ><span>${label}</span
    ><select name=${name} @change=${({ target }: Event) => onChoose((target as HTMLSelectElement).value || undefined)}>
      ${[['', any], ...choices].map(
        ([value, text]) => html`<option value=${value} .selected=${value === (chosen ?? '')}>${text}</option>`,
      )}
    </select></label
  >`;
}

/** The button that shows everything again; nothing when everything is shown. */
export function clearFilter(
  filter: SearchFilter,
  language: Language,
  onChange: (filter: SearchFilter) => void,
): TemplateResult | typeof nothing {
  if (!isFiltered(filter)) return nothing;
  return html`<button class="filter-clear" type="button" @click=${() => onChange({})}>
    ${messages[language].clearFilter}
  </button>`;
}
