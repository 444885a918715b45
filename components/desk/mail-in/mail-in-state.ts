import { html, type TemplateResult } from 'lit';
import type { ReceivedMail } from '../../../api/mail-in/contract.ts';
import { messages } from './messages.ts';

/** What became of a mail, as the desk marks it: what is late, what is done, what waits. */
export function mailInState({ outcome }: ReceivedMail, language: 'ja' | 'en'): TemplateResult {
  const mark =
    outcome === 'quarantined'
      ? 'late'
      : outcome === 'waiting'
        ? 'waiting'
        : outcome === 'message' || outcome === 'conversation'
          ? 'solved'
          : 'closed';
  return html`<span class="state" data-state=${mark}>${messages[language].outcomes[outcome]}</span>`;
}
