import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Language } from '../../content/schema/languages.ts';
import { messages } from './editor-messages.ts';
import type { Picture, Pictures } from './pictures.ts';

/** How a text will look; the API has made it harmless. */
export function previewPart(language: Language, preview: { html: string | null; problem: string }): TemplateResult {
  const says = messages[language];
  const { html: drawn, problem } = preview;
  if (problem) return html`<p class="notice">${problem}</p>`;
  if (drawn === null) return html`<p class="form-note">${says.previewing}</p>`;
  return html`<div class="editor-preview prose post-body">
    ${drawn ? unsafeHTML(drawn) : html`<p>${says.nothing}</p>`}
  </div>`;
}

/** The pictures that are to go along, and how far those are that are still on their way. */
export function pictureList(
  language: Language,
  { all, sending, problems }: Pictures,
  onRemove: (picture: Picture) => void,
) {
  const says = messages[language];
  return html`${
    all.length + sending.length > 0
      ? html`<ul class="editor-pictures" aria-label=${says.pictures}>
          ${all.map(
            (picture) =>
              html`<li>
                <img src=${picture.url} alt="" width="64" height="64" />
                <span>${picture.name}</span>
                <button
                  class="form-remove"
                  type="button"
                  aria-label=${says.removeOf(picture.name)}
                  @click=${() => onRemove(picture)}
                >
                  ${says.remove}
                </button>
              </li>`,
          )}
          ${sending.map(
            ({ name, bytes, sent }) =>
              html`<li>
                <span>${name}</span>
                <progress max=${bytes} value=${sent} aria-label=${says.uploading(name)}></progress>
              </li>`,
          )}
        </ul>`
      : nothing
  }${problems.map((problem) => html`<p class="field-error" role="alert">${problem}</p>`)}`;
}

/** That what is typed stays on this device, and a way to clear it. */
export function draftPart(language: Language, onStartOver: () => void): TemplateResult {
  const says = messages[language];
  return html`<p class="form-note draft-note">
    ${says.draft} <button class="form-remove" type="button" @click=${onStartOver}>${says.startOver}</button>
  </p>`;
}

/** The way to sign in again, and back to what was typed. */
export function signInPart(language: Language): TemplateResult {
  const here = encodeURIComponent(location.pathname + location.search);
  return html`<p>
    <a class="button" href="/${language}/members/sign-in/?then=${here}">${messages[language].signIn}</a>
  </p>`;
}
