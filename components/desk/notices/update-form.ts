import { html, nothing, type TemplateResult } from 'lit';
import { messages } from './messages.ts';
import { textField } from './notice-fields.ts';

interface UpdateForm {
  text: { ja: string; en: string };
  errors: Readonly<Record<string, string>>;
  /** Whether the update may be the end of the notice. */
  canSolve: boolean;
  isSending: boolean;
  language: 'ja' | 'en';
  onInput: (of: 'ja' | 'en', value: string) => void;
  onSubmit: (event: SubmitEvent) => Promise<void>;
}

/** Where staff say how a notice goes on. */
export function updateForm({
  text,
  errors,
  canSolve,
  isSending,
  language,
  onInput,
  onSubmit,
}: UpdateForm): TemplateResult {
  const { update } = messages[language];
  const field = (of: 'ja' | 'en') =>
    textField({
      name: `update-${of}`,
      label: update[of],
      value: text[of],
      lang: of,
      rows: 2,
      error: errors[of],
      onInput: (value) => onInput(of, value),
    });
  return html`<form class="form notice-update-form" novalidate @submit=${onSubmit}>
    <h4>${update.title}</h4>
    ${field('ja')} ${field('en')}
    ${
      canSolve
        ? html`<label class="choice"
            ><input id="notice-solved" type="checkbox" /><span>${update.isSolved}</span></label
          >`
        : nothing
    }
    <p><button class="button" data-primary type="submit" aria-disabled=${isSending}>${update.send}</button></p>
  </form>`;
}
