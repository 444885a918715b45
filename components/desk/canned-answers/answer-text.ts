import { html, nothing, type TemplateResult } from 'lit';
import type { CannedAnswerInput, Variable } from '../../../api/canned-answers/contract.ts';
import { organisationAround } from '../organisation.ts';
import { insertText } from '../tickets/composer-field.ts';
import { fillVariables, unfilledIn } from './fill-variables.ts';
import type { MadoDeskCannedAnswer } from './mado-desk-canned-answer.ts';
import { messages as cannedTexts } from './messages.ts';
import { sampleValues } from './sample-values.ts';
import { variableTexts } from './variable-texts.ts';

type Written = 'ja' | 'en';

/** The text in one language: its field, what can be put in, and what it becomes. */
export function answerText(
  page: MadoDeskCannedAnswer,
  written: Written,
  type: (change: Partial<CannedAnswerInput>) => void,
): TemplateResult {
  const { language, typed, missing } = page;
  const says = cannedTexts[language];
  const id = `canned-${written}`;
  const isMissing = missing === 'text' && written === language;
  return html`<section class="canned-text">
    <div class="field">
      <label for=${id}>${says.text[written]}</label>
      <p class="field-hint" id=${`${id}-hint`}>${says.textHint}</p>
      <textarea
        id=${id}
        rows="8"
        maxlength="5000"
        lang=${written}
        aria-invalid=${isMissing ? 'true' : 'false'}
        aria-describedby=${`${id}-hint ${id}-error`}
        .value=${typed[written]}
        @input=${({ target }: Event) => type({ [written]: (target as HTMLTextAreaElement).value })}
      ></textarea>
      <p class="field-error" id=${`${id}-error`} role="status">${isMissing ? says.missing.text : nothing}</p>
    </div>
    ${variableButtons(page, id)} ${preview(page, written)}
  </section>`;
}

function variableButtons(page: MadoDeskCannedAnswer, id: string) {
  const { language } = page;
  const names = variableTexts[language];
  const put = (name: Variable) => {
    const field = page.querySelector<HTMLTextAreaElement>(`#${id}`);
    if (field) insertText(field, `{{${name}}}`);
  };
  return html`<p class="canned-variables" role="group" aria-label=${cannedTexts[language].insert}>
    <span aria-hidden="true">${cannedTexts[language].insert}</span>
    ${(Object.keys(names) as Variable[]).map(
      (name) => html`<button class="desk-link" type="button" @click=${() => put(name)}>${names[name]}</button>`,
    )}
  </p>`;
}

/** With the values of a made-up ticket; what nobody knows is named. */
function preview(page: MadoDeskCannedAnswer, written: Written) {
  const { language, typed, account } = page;
  const says = cannedTexts[language];
  if (!typed[written].trim()) return nothing;
  const values = sampleValues(written, account?.name ?? '', organisationAround(page, written));
  const filled = fillVariables(typed[written], values);
  const unknown = unfilledIn(filled).map(({ text }) => text);
  return html`<div class="canned-preview" role="group" aria-label=${says.preview}>
    <p class="field-hint">${says.sample}</p>
    <p lang=${written}>${filled}</p>
    ${unknown.length > 0 ? html`<p class="composer-unfilled">${says.unknown(unknown.join(' '))}</p>` : nothing}
  </div>`;
}
