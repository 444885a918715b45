import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import { messages } from './messages.ts';
import { sizeText } from './size-text.ts';

interface ListOptions {
  /** How much has left of all files together; `null` while nothing is being sent. */
  sentBytes: number | null;
  /** What is wrong with a file, in words; nothing where it may be sent. */
  wrongWith: (file: File) => string | undefined;
  onRemove: (file: File) => void;
}

/** The files that are chosen, each with its size and a button that takes it out, or with how far it is. */
export function attachmentList(
  files: readonly File[],
  language: Language,
  { sentBytes, wrongWith, onRemove }: ListOptions,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  const says = messages[language];
  return html`<ul class="attachment-list" aria-label=${says.chosen}>
    ${files.map((file) => {
      const wrong = wrongWith(file);
      return html`<li>
        <span class="attachment-name">${file.name}</span>
        <span class="attachment-size">${sizeText(file.size, language)}</span>
        ${
          sentBytes === null
            ? html`<button
                class="form-remove"
                type="button"
                aria-label=${says.removeOf(file.name)}
                @click=${() => onRemove(file)}
              >
                ${says.remove}
              </button>`
            : html`<progress
                max="1"
                value=${sentPart(file, files, sentBytes)}
                aria-label=${says.sent(file.name)}
              ></progress>`
        }
        ${wrong ? html`<span class="field-error">${wrong}</span>` : nothing}
      </li>`;
    })}
  </ul>`;
}

/** Files leave one after the other: how much of one has, from 0 to 1. */
function sentPart(file: File, files: readonly File[], sentBytes: number): number {
  const before = files.slice(0, files.indexOf(file)).reduce((sum, { size }) => sum + size, 0);
  return Math.min(1, Math.max(0, (sentBytes - before) / file.size));
}
