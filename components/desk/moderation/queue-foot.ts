import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionAction, Reviewable } from '../../../api/moderation/contract.ts';
import { messages } from './messages.ts';
import { keyOf, waysForMany, wayText } from './ways.ts';

interface FootContext {
  language: 'ja' | 'en';
  items: readonly Reviewable[];
  decide: (action: DecisionAction) => void;
  selectAll: () => void;
  clear: () => void;
}

/** What can be done with everything that is selected; nothing while nothing is. */
export function queueFoot({ language, items, decide, selectAll, clear }: FootContext): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  const says = messages[language];
  return html`<section class="bulk" aria-label=${says.selection}>
    <p class="bulk-head">
      <strong>${says.selected(items.length)}</strong>
      <button class="desk-link" type="button" @click=${selectAll}>${says.selectAll}</button>
      <button class="desk-link" type="button" @click=${clear}>${says.clear}</button>
    </p>
    <div class="bulk-ways">
      ${waysForMany(items).map(
        (action) =>
          html`<button class="bulk-way" type="button" data-action=${action} @click=${() => decide(action)}>
            ${wayText(action, items, language)}<kbd aria-hidden="true">${keyOf[action]}</kbd>
          </button>`,
      )}
    </div>
  </section>`;
}
