import { html, type TemplateResult } from 'lit';
import type { TrailItem } from '../../api/tickets/opening-contract.ts';

/** What a customer answered in a flow, and where that led, in the words they read. */
export function flowAnswers({ answers, reached }: Extract<TrailItem, { kind: 'flow' }>): TemplateResult {
  return html`<span class="trail-answers"
    >${answers.map(({ question, answer }) => html`<span>${question} <b>${answer}</b></span>`)}<span
      >→ ${reached}</span
    ></span
  >`;
}
