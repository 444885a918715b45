import { html, nothing, type TemplateResult } from 'lit';
import type { TrailItem } from '../../../api/tickets/opening-contract.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { flowAnswers } from '../../base/flow-answers.ts';
import { messages } from './messages.ts';

/** What a customer did before writing, as they let it go along. */
export function ticketTrail(trail: readonly TrailItem[], language: Language): TemplateResult | typeof nothing {
  if (trail.length === 0) return nothing;
  return html`<div class="ticket-trail">
    <h4>${messages[language].trail}</h4>
    <ol>
      ${trail.map((item) => html`<li>${entry(item, language)}</li>`)}
    </ol>
  </div>`;
}

function entry(item: TrailItem, language: Language): TemplateResult {
  const says = messages[language];
  switch (item.kind) {
    case 'page':
      return html`${says.read}<a href=${item.url} target="_blank">${item.title}</a>`;
    case 'search':
      return html`${says.searched}<q>${item.query}</q>`;
    case 'flow':
      return html`${says.answered}<a href=${`${item.url}#${item.step}`} target="_blank">${item.title}</a>${flowAnswers(
          item,
        )}`;
  }
}
