import { html, nothing, type TemplateResult } from 'lit';
import type { Variable } from '../../../api/canned-answers/contract.ts';
import { variableTexts } from '../canned-answers/variable-texts.ts';
import { messages as composerTexts } from './composer-messages.ts';

/** That a reply has left, with the way to take it back. */
export function sentNotice(language: 'ja' | 'en', onUndo: () => void): TemplateResult {
  const says = composerTexts[language];
  return html`<p class="composer-sent" tabindex="-1">
    ${says.sent} <button class="button" type="button" @click=${onUndo}>${says.undo}</button>
  </p>`;
}

/** That something came which the text does not answer: asked before it leaves. */
export function newsNotice(
  count: number,
  language: 'ja' | 'en',
  onSend: () => void,
  onRead: () => void,
): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const says = composerTexts[language];
  return html`<div class="problem composer-news" role="alert" tabindex="-1">
    <p>${says.newBefore(count)}</p>
    <p class="ticket-acts">
      <button class="button" type="button" @click=${onRead}>${says.readFirst}</button>
      <button class="button" type="button" @click=${onSend}>${says.sendAnyway}</button>
    </p>
  </div>`;
}

/** Variables that nothing was known for: a reply does not leave with one. */
export function unfilledNotice(
  names: readonly string[],
  language: 'ja' | 'en',
  onLead: () => void,
): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  const says = composerTexts[language];
  const known = variableTexts[language];
  const named = [...new Set(names)].map((name) => known[name as Variable] ?? `{{${name}}}`);
  return html`<p class="composer-unfilled" role="status">
    ${says.unfilled(named.join(language === 'ja' ? '、' : ', '))}
    <button class="desk-link" type="button" @click=${onLead}>${says.toUnfilled}</button>
  </p>`;
}
