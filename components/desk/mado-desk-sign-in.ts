import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem, apiClient } from '../../api/client.ts';
import { formText } from '../base/form-text.ts';
import { LightElement } from '../base/light-element.ts';
import { fire } from '../events.ts';
import { messages } from './messages.ts';

/**
 * Signs staff in; with a one-time link (`#setup=…`) makes the first owner account instead.
 * @fires mado-signed-in
 */
export class MadoDeskSignIn extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    problem: { state: true },
    fieldErrors: { state: true },
    isSending: { state: true },
  };

  declare language: 'ja' | 'en';
  declare problem: string;
  /** What is wrong with each field, by its name. */
  declare fieldErrors: Record<string, string>;
  declare isSending: boolean;

  /** The token never reaches a server's log: it stands behind the #, and leaves the address at once. */
  #setupToken = takeSetupToken();

  constructor() {
    super();
    this.language = 'ja';
    this.problem = '';
    this.fieldErrors = {};
    this.isSending = false;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isSending) return;
    this.isSending = true;
    const fields = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => formText(fields, name);
    const { api } = apiClient(this.language);
    try {
      if (this.#setupToken) {
        const language = text('language') === 'en' ? 'en' : 'ja';
        const owner = { email: text('email'), password: text('password'), name: text('name'), language } as const;
        await api.setup.$post({ json: { token: this.#setupToken, ...owner } });
      } else {
        await api.session.$post({ json: { email: text('email'), password: text('password') } });
      }
      this.#setupToken = null;
      fire(this, 'mado-signed-in', {});
    } catch (error) {
      await this.#show(error);
    } finally {
      this.isSending = false;
    }
  }

  async #show(error: unknown): Promise<void> {
    const problem = error instanceof ApiProblem ? error.problem : null;
    this.problem = problem ? problem.title : messages[this.language].unreachable;
    this.fieldErrors = Object.fromEntries(
      (problem?.errors ?? []).map(({ pointer, detail }) => [pointer.slice(2), detail]),
    );
    await this.updateComplete;
    this.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const isSetup = this.#setupToken !== null;
    const texts = isSetup ? says.setup : says.signIn;
    return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${texts.title}</h2>
      ${isSetup ? html`<p>${says.setup.lead}</p>` : nothing}
      ${this.problem ? html`<p class="problem" role="alert" tabindex="-1">${this.problem}</p>` : nothing}
      ${isSetup ? this.#field('name', 'text', 'name', says.name, says.nameHint) : nothing}
      ${this.#field('email', 'email', 'username', says.email)}
      ${this.#field(
        'password',
        'password',
        isSetup ? 'new-password' : 'current-password',
        says.password,
        isSetup ? says.passwordHint : '',
      )}
      ${
        isSetup
          ? html`<div class="field">
              <label for="desk-language">${says.language}</label>
              <select id="desk-language" name="language">
                <option value="ja" ?selected=${this.language === 'ja'}>日本語</option>
                <option value="en" ?selected=${this.language === 'en'}>English</option>
              </select>
            </div>`
          : nothing
      }
      <p class="form-send">
        <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${texts.submit}</button>
      </p>
    </form>`;
  }

  #field(name: string, type: string, autocomplete: string, label: string, hint = '') {
    const error = this.fieldErrors[name];
    return html`<div class="field">
      <label for="desk-${name}">${label}</label>
      ${hint ? html`<p class="field-hint" id="desk-${name}-hint">${hint}</p>` : nothing}
      <input
        id="desk-${name}"
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        required
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby="desk-${name}-hint desk-${name}-error"
      />
      <p class="field-error" id="desk-${name}-error" ?hidden=${!error}>${error ?? ''}</p>
    </div>`;
  }
}

function takeSetupToken(): string | null {
  const token = /^#setup=([\w-]+)$/.exec(location.hash)?.[1] ?? null;
  if (token) history.replaceState(null, '', location.pathname);
  return token;
}

customElements.define('mado-desk-sign-in', MadoDeskSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-sign-in': MadoDeskSignIn;
  }
}
