import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import { formText } from '../../base/form-text.ts';
import { isConverting } from '../../search/composition.ts';
import { DeskElement } from '../desk-element.ts';
import { messages as dialogMessages } from './dialog-messages.ts';
import type { Rule } from './rules.ts';

/** Fields in which a figure is a figure. */
const typed = 'textarea, select, input:not([type=radio], [type=checkbox])';

/**
 * Something that a moderator is asked before it is done: a form that stands before everything else, so that no key of the
 * queue does anything meanwhile. `1` to `9` choose a rule, Ctrl or ⌘ with Enter sends.
 * @fires dialog-ended - when it was sent or left
 */
export abstract class ModerationDialog extends DeskElement {
  static override properties: PropertyDeclarations = {
    problem: { state: true },
    /** The name of the field that is wrong. */
    wrong: { state: true },
    isSending: { state: true },
    rule: { state: true },
  };

  declare problem: string;
  declare wrong: string;
  declare isSending: boolean;
  /** The id of the rule that is chosen, nothing for none in particular; `null` as long as nobody chose. */
  declare rule: string | null;

  protected abstract get heading(): string;
  protected abstract get button(): string;
  protected abstract fields(): TemplateResult;
  /** Does it; throws what the API says. Whether everything that is needed was there. */
  protected abstract act(text: (name: string) => string): Promise<boolean> | boolean;
  /** A rule was chosen by its figure. */
  protected onRule(_isByFigure: boolean): void {}

  constructor() {
    super();
    this.problem = '';
    this.wrong = '';
    this.isSending = false;
    this.rule = null;
  }

  protected get rules(): readonly Rule[] {
    return this.forum?.rules ?? [];
  }

  protected get chosenRule(): Rule | undefined {
    return this.rules.find(({ id }) => id === this.rule);
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    const first = ['input:checked', 'input', 'textarea'].map((each) => this.querySelector<HTMLElement>(each));
    first.find((each) => each !== null)?.focus();
  }

  protected end(): void {
    this.querySelector('dialog')?.close();
    this.#tell();
  }

  #hasEnded = false;

  /** Once: the dialog says by itself that it was closed, but later. */
  #tell(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.dispatchEvent(new CustomEvent('dialog-ended'));
  }

  /** Says what is missing, and leads there. */
  protected miss(name: string, text: string): false {
    this.wrong = name;
    this.problem = text;
    return false;
  }

  protected async submit(): Promise<void> {
    const form = this.querySelector('form');
    if (!form || this.isSending) return;
    this.problem = '';
    this.wrong = '';
    this.isSending = true;
    try {
      const fields = new FormData(form);
      if (await this.act((name) => formText(fields, name))) this.end();
    } catch (error) {
      this.problem = this.explain(error);
      const pointer = error instanceof ApiProblem ? error.problem.errors?.[0]?.pointer : undefined;
      this.wrong = pointer?.slice(2) ?? '';
    } finally {
      this.isSending = false;
    }
    if (!this.problem) return;
    await this.updateComplete;
    const wrong =
      this.querySelector<HTMLElement>('[aria-invalid=true]') ?? this.querySelector<HTMLElement>('.field-error');
    wrong?.focus();
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (isConverting(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.submit();
      return;
    }
    const isTyping = event.target instanceof Element && event.target.matches(typed);
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^\d$/.test(event.key) && this.onFigure(Number(event.key))) event.preventDefault();
  };

  /** Whether a figure meant something: a rule, unless a dialog says otherwise. */
  protected onFigure(figure: number): boolean {
    const rule = figure === 0 ? '' : this.rules[figure - 1]?.id;
    if (rule === undefined || !this.querySelector('[name=rule]')) return false;
    this.choose(rule, true);
    return true;
  }

  protected choose(rule: string, isByFigure = false): void {
    this.rule = rule;
    this.problem = '';
    this.wrong = '';
    this.onRule(isByFigure);
  }

  protected override render(): TemplateResult {
    const says = dialogMessages[this.language];
    return html`<dialog
      class="desk-dialog"
      aria-labelledby="dialog-title"
      @keydown=${this.#onKeydown}
      @close=${() => this.#tell()}
    >
      <form
        class="form"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.submit();
        }}
      >
        <h2 id="dialog-title">${this.heading}</h2>
        ${this.fields()}
        <p class="field-error" id="dialog-problem" role="alert" tabindex="-1">${this.problem}</p>
        <p class="ticket-acts">
          <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${this.button}</button>
          <button class="button" type="button" @click=${() => this.end()}>${says.cancel}</button>
        </p>
      </form>
    </dialog>`;
  }

  /** The rules of the guidelines, each with its figure. */
  protected ruleField(hint = ''): TemplateResult | typeof nothing {
    if (this.rules.length === 0) return nothing;
    const says = dialogMessages[this.language];
    const all = [
      ...this.rules.map(({ id, title }) => ({ id, text: title[this.language] })),
      { id: '', text: says.noRule },
    ];
    return html`<fieldset class="ticket-choices rule-choices" aria-describedby="dialog-problem">
      <legend>${says.rule}</legend>
      ${hint ? html`<p class="field-hint figure-hint">${hint}</p>` : nothing}
      ${all.map(
        ({ id, text }, index) =>
          html`<label
            ><input
              type="radio"
              name="rule"
              value=${id}
              .checked=${this.rule === id}
              aria-invalid=${this.wrong === 'rule'}
              @change=${() => this.choose(id)}
            /><span>${text}</span
            >${index < 9 ? html`<kbd aria-hidden="true">${id === '' ? 0 : index + 1}</kbd>` : nothing}</label
          >`,
      )}
    </fieldset>`;
  }

  protected textField(
    name: string,
    {
      label,
      value,
      hint = '',
      rows = 4,
      spoken,
      most = 1000,
    }: { label: string; value: string; hint?: string; rows?: number; spoken?: 'ja' | 'en'; most?: number },
  ): TemplateResult {
    return html`<div class="field">
      <label for=${`dialog-${name}`}>${label}</label>
      ${hint ? html`<p class="field-hint" id=${`dialog-${name}-hint`}>${hint}</p>` : nothing}
      <textarea
        id=${`dialog-${name}`}
        name=${name}
        rows=${rows}
        maxlength=${most}
        lang=${spoken ?? this.language}
        .defaultValue=${value}
        aria-invalid=${this.wrong === name}
        aria-describedby=${hint ? `dialog-${name}-hint dialog-problem` : 'dialog-problem'}
      ></textarea>
    </div>`;
  }

  /** Puts a ready text where nobody has written anything else. */
  protected fill(name: string, text: string): void {
    const field = this.querySelector<HTMLTextAreaElement>(`[name=${name}]`);
    if (!field || (field.value.trim() !== '' && field.value !== this.#filled)) return;
    field.value = text;
    this.#filled = text;
  }
  #filled = '';
}
