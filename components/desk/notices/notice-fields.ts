import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { latestWallTime } from './end-choices.ts';

/** The id of a field of the form, by its name. */
export function idOf(name: string): string {
  return `notice-${name}`;
}

interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface Choices {
  name: string;
  legend: string;
  type: 'radio' | 'checkbox';
  choices: readonly Choice[];
  chosen: readonly string[];
  hint?: string;
  error?: string | undefined;
  onChoose: (value: string, isChosen: boolean) => void;
}

/** A group of large choices: one of them, or any. */
export function choicesField({ name, legend, type, choices, chosen, hint, error, onChoose }: Choices): TemplateResult {
  const id = idOf(name);
  return html`<fieldset class="choices" id=${id} tabindex="-1" aria-describedby="${id}-hint ${id}-error">
    <legend>${legend}</legend>
    ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
    <div class="choices-list">
      ${choices.map(
        ({ value, label, hint: says }) =>
          html`<label class="choice">
            <input
              type=${type}
              name=${name}
              value=${value}
              .checked=${live(chosen.includes(value))}
              @change=${({ target }: Event) => onChoose(value, (target as HTMLInputElement).checked)}
            />
            <span><b>${label}</b>${says ? html`<small>${says}</small>` : nothing}</span>
          </label>`,
      )}
    </div>
    ${errorLine(id, error)}
  </fieldset>`;
}

interface TextField {
  name: string;
  label: string;
  value: string;
  lang?: 'ja' | 'en';
  type?: 'text' | 'datetime-local';
  rows?: number;
  maxlength?: number;
  error?: string | undefined;
  onInput: (value: string) => void;
}

/** A field to write in. What is typed goes out at once and is never written back while somebody composes. */
export function textField(field: TextField): TemplateResult {
  const { name, label, value, lang, type = 'text', rows, maxlength = 2000, error, onInput } = field;
  const id = idOf(name);
  const say = ({ target }: Event) => onInput((target as HTMLInputElement | HTMLTextAreaElement).value);
  const invalid = error ? 'true' : 'false';
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${
      rows
        ? html`<textarea
            id=${id}
            name=${name}
            rows=${rows}
            maxlength=${maxlength}
            lang=${lang ?? nothing}
            aria-invalid=${invalid}
            aria-describedby="${id}-error"
            .value=${live(value)}
            @input=${say}
          ></textarea>`
        : html`<input
            id=${id}
            name=${name}
            type=${type}
            maxlength=${maxlength}
            max=${type === 'datetime-local' ? latestWallTime : nothing}
            lang=${lang ?? nothing}
            aria-invalid=${invalid}
            aria-describedby="${id}-error"
            .value=${live(value)}
            @input=${say}
          />`
    }
    ${errorLine(id, error)}
  </div>`;
}

function errorLine(id: string, error: string | undefined) {
  return html`<p class="field-error" id="${id}-error" ?hidden=${!error}>${error ?? ''}</p>`;
}
