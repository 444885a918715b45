import { html, type TemplateResult } from 'lit';
import { fire } from '../../events.ts';
import { OwnForm } from './own-form.ts';

/**
 * One's public name, and the language of the desk.
 * @fires mado-account-changed
 */
export class MadoOwnProfile extends OwnForm {
  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, (text) => {
      const language: 'ja' | 'en' = text('language') === 'en' ? 'en' : 'ja';
      return this.api().account.$put({ json: { name: text('name'), language } });
    });
    if (!isSent) return;
    this.done = this.ownSays.saved;
    fire(this, 'mado-account-changed', {});
  }

  protected override render(): TemplateResult {
    const { profile } = this.ownSays;
    return html`<form class="account-part form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${profile.title}</h2>
      ${this.outcome()}
      ${this.field({
        name: 'name',
        label: this.says.name,
        autocomplete: 'name',
        hint: profile.lead,
        value: this.account.name,
      })}
      ${this.languageField(this.account.language)} ${this.submitButton(profile.submit)}
    </form>`;
  }
}

customElements.define('mado-own-profile', MadoOwnProfile);

declare global {
  interface HTMLElementTagNameMap {
    'mado-own-profile': MadoOwnProfile;
  }
}
