import { html, nothing, type TemplateResult } from 'lit';
import type { Ticket } from '../../../api/tickets/contract.ts';
import { type ComposerMode, messages as composerTexts } from './composer-messages.ts';
import { messages as threadTexts } from './thread-messages.ts';

/** Whether a reply or a note is written: the one that is pressed. */
export function modeSwitch(
  now: ComposerMode,
  modes: readonly ComposerMode[],
  language: 'ja' | 'en',
  onTurn: (mode: ComposerMode) => void,
): TemplateResult {
  const says = composerTexts[language];
  return html`<div class="composer-modes" role="group" aria-label=${says.composer}>
    ${modes.map(
      (mode) =>
        html`<button type="button" aria-pressed=${mode === now ? 'true' : 'false'} @click=${() => onTurn(mode)}>
          ${says.modes[mode]}
        </button>`,
    )}
  </div>`;
}

export type PickerName = 'canned' | 'article';

/** What can be put into a reply. */
export function pickerTools(
  opened: PickerName | null,
  language: 'ja' | 'en',
  onToggle: (picker: PickerName) => void,
): TemplateResult[] {
  return (['canned', 'article'] as const).map(
    (picker) =>
      html`<button
        class="desk-link"
        type="button"
        aria-expanded=${opened === picker ? 'true' : 'false'}
        @click=${() => onToggle(picker)}
      >
        ${composerTexts[language][picker]}
      </button>`,
  );
}

/** The way back to where a conversation began, once that may be out of sight. */
export function startLink(
  { messages, notes }: Pick<Ticket, 'messages' | 'notes'>,
  language: 'ja' | 'en',
  onClick: () => void,
): TemplateResult | typeof nothing {
  if (messages.length + notes.length < 3) return nothing;
  return html`<button class="desk-link composer-fold" type="button" @click=${onClick}>
    ${composerTexts[language].toStart}
  </button>`;
}

/** Where it is written, with what it is called and how it is sent. */
export function writingField(
  mode: ComposerMode,
  written: 'ja' | 'en',
  language: 'ja' | 'en',
  isOpen: boolean,
  on: { onInput: (event: InputEvent) => void; onKey: (event: KeyboardEvent) => void },
): TemplateResult {
  const says = composerTexts[language];
  return html`<div class="field">
    <label for="reply" class=${isOpen ? nothing : 'visually-hidden'}>${says.label[mode]}</label>
    <textarea
      id="reply"
      rows="1"
      maxlength="5000"
      lang=${written}
      aria-describedby="reply-hint"
      @input=${on.onInput}
      @keydown=${on.onKey}
    ></textarea>
    <p class="field-hint" id="reply-hint">${says.hint[mode]}</p>
  </div>`;
}

/** The ways to send: through a channel where there are several, and what becomes of the ticket then. */
export function sendButtons(
  mode: ComposerMode,
  channels: readonly string[],
  language: 'ja' | 'en',
  isSending: boolean,
): TemplateResult {
  const says = composerTexts[language];
  const button = (text: string, then: string, isPrimary = true) =>
    html`<button
      class="button"
      type="submit"
      ?data-primary=${isPrimary}
      data-then=${then}
      aria-disabled=${isSending ? 'true' : 'false'}
    >
      ${text}
    </button>`;
  if (mode === 'note') return html`<p class="composer-send">${button(says.addNote, 'noted')}</p>`;
  return html`<p class="composer-send">
    ${channels.length > 1 ? channelChoice(channels, language) : nothing} ${button(says.send, 'waiting')}
    ${button(says.sendAndSolve, 'solved', false)}
  </p>`;
}

function channelChoice(channels: readonly string[], language: 'ja' | 'en') {
  const names = threadTexts[language].channels;
  return html`<span class="composer-channel">
    <label for="reply-channel">${composerTexts[language].channel}</label>
    <select id="reply-channel">
      ${channels.map((id) => html`<option value=${id}>${names[id] ?? id.toUpperCase()}</option>`)}
    </select>
  </span>`;
}
