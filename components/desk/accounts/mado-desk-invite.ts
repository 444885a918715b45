import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Team } from '../../../api/accounts/contract.ts';
import { fire } from '../../events.ts';
import { AccountForm } from '../../account/account-form.ts';
import { peopleMessages } from './people-messages.ts';
import { chosenIn, roleField, teamField } from './role-fields.ts';

/**
 * Invites somebody to work here.
 * @fires mado-person-changed
 */
export class MadoDeskInvite extends AccountForm {
  static override properties: PropertyDeclarations = { teams: { state: true } };

  declare teams: readonly Team[];

  constructor() {
    super();
    this.teams = [];
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
    void this.attempt(async () => {
      this.teams = (await (await this.api().teams.$get()).json()).teams;
    });
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const form = event.currentTarget as HTMLFormElement;
    let id = '';
    const isSent = await this.send(event, async (text) => {
      const { role, teams } = chosenIn(form);
      const language: 'ja' | 'en' = text('language') === 'en' ? 'en' : 'ja';
      const json = { email: text('email'), role: role === 'member' ? 'agent' : role, language, teams } as const;
      id = (await (await this.api().invitations.$post({ json })).json()).id;
    });
    if (!isSent) return;
    form.reset();
    this.done = peopleMessages[this.language].invite.done;
    fire(this, 'mado-person-changed', { id });
  }

  protected override render(): TemplateResult {
    const says = peopleMessages[this.language].invite;
    return html`<form class="form ticket" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2 class="ticket-title" tabindex="-1">${says.title}</h2>
      <p>${says.lead}</p>
      ${this.outcome()} ${this.field({ name: 'email', label: this.says.email, type: 'email', autocomplete: 'off' })}
      ${roleField('invite', this.language, { role: 'agent', withMember: false })}
      ${teamField(this.language, this.teams, [])} ${this.languageField(this.language)} ${this.submitButton(says.submit)}
    </form>`;
  }
}

customElements.define('mado-desk-invite', MadoDeskInvite);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-invite': MadoDeskInvite;
  }
}
