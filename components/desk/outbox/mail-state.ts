import { html, type TemplateResult } from 'lit';
import type { OutboxMail } from '../../../api/outbox/contract.ts';
import { messages } from './messages.ts';

/** Where a mail stands, as the desk marks it. */
export function mailState({ state, isUnderWay }: OutboxMail, language: 'ja' | 'en'): TemplateResult {
  const shown = isUnderWay ? 'under-way' : state;
  // The marks are those of tickets: what is late, what is done, what waits.
  const mark = { dead: 'late', sent: 'solved', waiting: 'waiting', cancelled: 'closed', 'under-way': 'open' }[shown];
  return html`<span class="state" data-state=${mark}>${messages[language].states[shown]}</span>`;
}
