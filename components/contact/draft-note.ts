import { html, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import { messages } from './messages.ts';

/** That what is typed stays on this device, and a way to clear it. */
export function draftNote(language: Language, onStartOver: () => void): TemplateResult {
  const says = messages[language];
  return html`<p class="form-note draft-note">
    ${says.draft} <button class="form-remove" type="button" @click=${onStartOver}>${says.startOver}</button>
  </p>`;
}

/** In the place of the form once an article has answered the question. */
export function solvedNote(language: Language, onWrite: () => void): TemplateResult {
  const says = messages[language];
  return html`<div class="solved notice" tabindex="-1">
    <p>${says.solvedThanks}</p>
    <p><button class="button" type="button" @click=${onWrite}>${says.solvedUndo}</button></p>
  </div>`;
}
