import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../tickets/messages.ts';
import type { CallDraft } from './call-draft.ts';
import type { KnownCaller } from './known-callers.ts';
import { messages as callTexts } from './messages.ts';

type Type = (change: Partial<CallDraft>) => void;

interface Field {
  name: 'caller' | 'subject' | 'message';
  draft: CallDraft;
  missing: string | null;
  most: number;
  hint?: string;
  language: 'ja' | 'en';
  type: Type;
}

/** One of the three fields, with what is wrong with it. */
export function callField({ name, draft, missing, most, hint, language, type }: Field): TemplateResult {
  const says = callTexts[language];
  const label = { caller: says.caller, subject: says.subject, message: says.said }[name];
  const isMissing = missing === name;
  const onInput = ({ target }: Event) => type({ [name]: (target as HTMLInputElement).value });
  const described = `call-${name}-hint call-${name}-error`;
  return html`<div class="field">
    <label for=${`call-${name}`}>${label}</label>
    ${hint ? html`<p class="field-hint" id=${`call-${name}-hint`}>${hint}</p>` : nothing}
    ${
      name === 'message'
        ? html`<textarea
            id="call-message"
            rows="6"
            maxlength=${most}
            required
            aria-invalid=${isMissing ? 'true' : 'false'}
            aria-describedby=${described}
            .value=${draft.message}
            @input=${onInput}
          ></textarea>`
        : html`<input
            id=${`call-${name}`}
            maxlength=${most}
            required
            autocomplete="off"
            autocapitalize="off"
            aria-invalid=${isMissing ? 'true' : 'false'}
            aria-describedby=${described}
            .value=${draft[name]}
            @input=${onInput}
          />`
    }
    <p class="field-error" id=${`call-${name}-error`} role="status">${isMissing ? says.missing[name] : nothing}</p>
  </div>`;
}

/** Who it may be, and which of their tickets the call may be about; nothing where nobody is known. */
export function callChoices(
  known: readonly KnownCaller[],
  draft: CallDraft,
  language: 'ja' | 'en',
  type: Type,
): TemplateResult {
  const says = callTexts[language];
  const choice = (reference: string, name: string, look: TemplateResult) =>
    html`<label>
      <input
        type="radio"
        name="call-reference"
        .checked=${draft.reference === reference}
        @change=${() => type({ reference, ...(name ? { name } : {}) })}
      />
      <span>${look}</span>
    </label>`;
  return html`<div role="status" class="visually-hidden">
      ${known.map(({ name, tickets }) => html`<p>${name}: ${says.open(tickets.length)}</p>`)}
    </div>
    ${
      known.length === 0
        ? nothing
        : html`<fieldset class="ticket-choices call-known">
            <legend>${says.continues}</legend>
            ${choice('', '', html`${says.fresh}`)}
            ${known.flatMap(({ name, tickets }) =>
              tickets.map(({ reference, subject, state, language: written }) =>
                choice(
                  reference,
                  name,
                  html`<b>${name}</b> <span lang=${written}>${subject}</span>
                    <span class="reference">${reference}</span>
                    <span class="state" data-state=${state}>${messages[language].states[state]}</span>`,
                ),
              ),
            )}
          </fieldset>`
    }`;
}

/** What need not be said while talking. */
export function callMore(draft: CallDraft, language: 'ja' | 'en', type: Type): TemplateResult {
  const says = callTexts[language];
  return html`<details class="call-more" ?open=${draft.name !== ''}>
    <summary>${says.more}</summary>
    <div class="ticket-line">
      <div class="field">
        <label for="call-name">${says.name}</label>
        <input
          id="call-name"
          maxlength="80"
          autocomplete="off"
          .value=${draft.name}
          @input=${({ target }: Event) => type({ name: (target as HTMLInputElement).value })}
        />
      </div>
      <div class="field">
        <label for="call-language">${says.language}</label>
        <select
          id="call-language"
          @change=${({ target }: Event) => type({ language: (target as HTMLSelectElement).value === 'en' ? 'en' : 'ja' })}
        >
          ${(['ja', 'en'] as const).map(
            (id) => html`<option value=${id} ?selected=${draft.language === id}>${says.languages[id]}</option>`,
          )}
        </select>
      </div>
    </div>
  </details>`;
}
