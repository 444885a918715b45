import { html, nothing, type TemplateResult } from 'lit';
import type { TrailItem } from '../../api/tickets/opening-contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import { flowAnswers } from '../base/flow-answers.ts';
import { messages } from './messages.ts';

/** What goes along with a message of what was read before, each with a button that leaves it out. */
export function trailList(
  trail: readonly TrailItem[],
  language: Language,
  onRemove: (item: TrailItem) => void,
): TemplateResult | typeof nothing {
  if (trail.length === 0) return nothing;
  const says = messages[language];
  return html`<section class="trail" aria-labelledby="trail-title">
    <h3 id="trail-title">${says.trail}</h3>
    <p class="trail-lead">${says.trailLead}</p>
    <ul>
      ${trail.map(
        (item) =>
          html`<li>
            <span
              ><span class="trail-kind">${says[item.kind]}</span>${nameOf(item)}${
                item.kind === 'flow' ? flowAnswers(item) : nothing
              }</span
            >
            <button
              class="form-remove"
              type="button"
              aria-label=${says.removeOf(nameOf(item))}
              @click=${() => onRemove(item)}
            >
              ${says.remove}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What a part of a trail is called: a page by its title, a search by its words. */
export function nameOf(item: TrailItem): string {
  return item.kind === 'search' ? item.query : item.title;
}
