import { html, nothing, type TemplateResult } from 'lit';
import type { Said } from './deciding-queue.ts';
import { messages } from './messages.ts';

export interface HeadContext {
  language: 'ja' | 'en';
  filters: Readonly<Record<string, string>>;
  choose: (filters: Record<string, string>) => void;
  arrivals: number;
  isStale: boolean;
  showArrivals: () => void;
}

/** Above the list: which language and what about; and what has come. */
export function queueHead({ language, filters, choose, arrivals, isStale, showArrivals }: HeadContext): TemplateResult {
  const says = messages[language];
  const values = { language: ['ja', 'en'], kind: ['post', 'member'] } as const;
  const textOf = (name: 'language' | 'kind', value: string) =>
    name === 'language' ? says.languages[value as 'ja'] : says.kinds[value as 'post'];
  const field = (name: 'language' | 'kind') =>
    html`<div class="field">
      <label class="visually-hidden" for=${`queue-${name}`}>${says.filters[name]}</label>
      <select
        id=${`queue-${name}`}
        @change=${({ target }: Event) => {
          const { [name]: _, ...others } = filters;
          const { value } = target as HTMLSelectElement;
          choose(value ? { ...others, [name]: value } : others);
        }}
      >
        <option value="" .selected=${!filters[name]}>${says.any[name]}</option>
        ${values[name].map((value) => html`<option value=${value} .selected=${filters[name] === value}>${textOf(name, value)}</option>`)}
      </select>
    </div>`;
  return html`<div class="list-filters queue-filters">
      <div class="filter-fields">${field('language')} ${field('kind')}</div>
    </div>
    <div class="list-news" role="status">
      ${isStale ? html`<p class="list-broken">${says.stale}</p>` : nothing}
      ${
        arrivals > 0
          ? html`<button class="list-arrivals" type="button" @click=${showArrivals}>${says.arrivals(arrivals)}</button>`
          : nothing
      }
    </div>`;
}

interface SaidContext {
  language: 'ja' | 'en';
  said: Said | null;
  undo: () => unknown;
  look: (id: string) => void;
  close: () => void;
}

/** What was done, with the way back; in sight wherever somebody is. */
export function saidLine({ language, said, undo, look, close }: SaidContext): TemplateResult {
  const says = messages[language];
  return html`<div class="list-done queue-said" role="status">
    ${
      said
        ? html`<p>${said.text}</p>
            ${
              said.mayUndo
                ? html`<button class="list-undo" type="button" @click=${undo}>
                    ${says.undo}<kbd aria-hidden="true">u</kbd>
                  </button>`
                : nothing
            }
            ${said.look ? html`<button class="list-undo" type="button" @click=${() => look(said.look ?? '')}>${says.look}</button>` : nothing}
            <button class="rail-remove" type="button" aria-label=${says.close} @click=${close}>
              <span aria-hidden="true">×</span>
            </button>`
        : nothing
    }
  </div>`;
}
