import { html, type TemplateResult } from 'lit';
import { messages } from './messages.ts';

/** Recovery codes, the only time they are shown. */
export function recoveryCodeList(
  codes: readonly string[],
  language: 'ja' | 'en',
  { copied, onCopy, onKept }: { copied: boolean; onCopy: () => void; onKept: () => void },
): TemplateResult {
  const says = messages[language].totpSetUp;
  return html`<section class="account-codes" aria-labelledby="recovery-codes">
    <h3 id="recovery-codes" tabindex="-1">${says.codesTitle}</h3>
    <p>${says.codesLead}</p>
    <ul>
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
    <p class="account-actions">
      <button class="button" type="button" @click=${onCopy}>${copied ? says.copied : says.copy}</button>
      <button class="button" data-primary type="button" @click=${onKept}>${says.kept}</button>
    </p>
  </section>`;
}
