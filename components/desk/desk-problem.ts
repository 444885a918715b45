import { html, nothing, type TemplateResult } from 'lit';
import { messages } from './messages.ts';

/** What went wrong, and a way to try again where there is one; nothing when nothing did. */
export function deskProblem(
  problem: string,
  language: 'ja' | 'en',
  retry: (() => void) | null,
): TemplateResult | typeof nothing {
  if (!problem) return nothing;
  return html`<div class="problem" role="alert">
    <p>${problem}</p>
    ${
      retry
        ? html`<p><button class="button" type="button" @click=${retry}>${messages[language].retry}</button></p>`
        : nothing
    }
  </div>`;
}
