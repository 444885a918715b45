import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem } from '../../api/client.ts';
import { formText } from '../base/form-text.ts';
import { ApiElement } from '../base/api-element.ts';
import { messages } from './messages.ts';

export interface AccountField {
  name: string;
  label: string;
  autocomplete: string;
  type?: 'text' | 'email' | 'password';
  hint?: string;
  value?: string;
  isOptional?: boolean;
  isCode?: boolean;
}

/** A form about accounts: it is sent once at a time, says what is wrong and where, and keeps what was typed. */
export abstract class AccountForm extends ApiElement {
  static override properties: PropertyDeclarations = {
    problem: { state: true },
    errors: { state: true },
    isSending: { state: true },
    done: { state: true },
  };

  declare problem: string;
  /** What is wrong with each field, by its name. */
  declare errors: Readonly<Record<string, string>>;
  declare isSending: boolean;
  /** What has come of it. */
  declare done: string;

  constructor() {
    super();
    this.problem = '';
    this.errors = {};
    this.isSending = false;
    this.done = '';
  }

  protected get says() {
    return messages[this.language];
  }

  /** Sends what is in a form; `call` gets its fields. Whether it succeeded. */
  protected async send(event: Event, call: (text: (name: string) => string) => Promise<unknown>): Promise<boolean> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const fields = new FormData(form);
    const isSent = await this.attempt(() => call((name) => formText(fields, name)));
    if (isSent) for (const field of form.querySelectorAll<HTMLInputElement>('[type=password]')) field.value = '';
    return isSent;
  }

  /** Asks the API for something; says what went wrong, and leads there. */
  protected async attempt(call: () => Promise<unknown>): Promise<boolean> {
    if (this.isSending) return false;
    this.isSending = true;
    this.problem = '';
    this.errors = {};
    this.done = '';
    try {
      await call();
      return true;
    } catch (error) {
      await this.#show(error);
      return false;
    } finally {
      this.isSending = false;
    }
  }

  async #show(error: unknown): Promise<void> {
    this.problem = this.explain(error);
    const wrong = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
    if (error instanceof ApiProblem && error.slug === 'link-unknown') this.problem = this.says.linkEnded;
    this.errors = Object.fromEntries(wrong.map(({ pointer, detail }) => [pointer.slice(2), detail]));
    await this.updateComplete;
    this.querySelector<HTMLElement>('.problem')?.focus();
  }

  /** What went wrong, or what has come of it. */
  protected outcome(): TemplateResult {
    return html`${this.problem ? html`<p class="problem" role="alert" tabindex="-1">${this.problem}</p>` : nothing}
      <p class="account-done" role="status">${this.done}</p>`;
  }

  protected field({
    name,
    label,
    autocomplete,
    type = 'text',
    hint,
    value,
    isOptional,
    isCode,
  }: AccountField): TemplateResult {
    const id = `${this.localName}-${name}`;
    const error = this.errors[name];
    return html`<div class="field">
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
      <input
        id=${id}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        inputmode=${isCode ? 'numeric' : nothing}
        class=${isCode ? 'account-code' : nothing}
        .value=${value ?? ''}
        ?required=${!isOptional}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${[...(hint ? [`${id}-hint`] : []), `${id}-error`].join(' ')}
      />
      <p class="field-error" id="${id}-error" ?hidden=${!error}>${error ?? ''}</p>
    </div>`;
  }

  protected languageField(chosen: 'ja' | 'en', label = this.says.language): TemplateResult {
    const id = `${this.localName}-language`;
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} name="language">
        <option value="ja" ?selected=${chosen === 'ja'}>日本語</option>
        <option value="en" ?selected=${chosen === 'en'}>English</option>
      </select>
    </div>`;
  }

  /** Asks again who it is, of those who have a password. */
  protected currentPassword(hasPassword: boolean): TemplateResult | typeof nothing {
    if (!hasPassword) return nothing;
    return this.field({
      name: 'currentPassword',
      label: this.says.currentPassword,
      type: 'password',
      autocomplete: 'current-password',
    });
  }

  protected submitButton(text: string): TemplateResult {
    return html`<p class="form-send">
      <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${text}</button>
    </p>`;
  }
}
