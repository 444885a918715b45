import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Team } from '../../../api/accounts/contract.ts';
import { AccountForm } from '../../account/account-form.ts';
import './mado-confirm.ts';
import { teamsMessages } from './teams-messages.ts';

/** The teams of staff, and what holds for everybody who works here; for owners. */
export class MadoDeskTeams extends AccountForm {
  static override properties: PropertyDeclarations = { teams: { state: true }, isTotpRequired: { state: true } };

  declare teams: readonly Team[];
  declare isTotpRequired: boolean;

  constructor() {
    super();
    this.teams = [];
    this.isTotpRequired = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#load());
  }

  async #load(): Promise<void> {
    const api = this.api();
    this.teams = (await (await api.teams.$get()).json()).teams;
    this.isTotpRequired = (await (await api['staff-rules'].$get()).json()).isTotpRequired;
  }

  async #change(call: () => Promise<unknown>, done: string): Promise<boolean> {
    const isDone = await this.attempt(async () => {
      await call();
      await this.#load();
    });
    if (isDone) this.done = done;
    return isDone;
  }

  async #add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = (form.elements.namedItem('name') as HTMLInputElement).value;
    const isDone = await this.#change(
      () => this.api().teams.$post({ json: { name } }),
      teamsMessages[this.language].added,
    );
    if (isDone) form.reset();
  }

  #rename(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = (form.elements.namedItem('team') as HTMLInputElement).value;
    void this.#change(
      () => this.api().teams[':id'].$put({ param: { id }, json: { name } }),
      teamsMessages[this.language].renamed,
    );
  }

  #dissolve(id: string): void {
    void this.#change(() => this.api().teams[':id'].$delete({ param: { id } }), teamsMessages[this.language].dissolved);
  }

  async #require(event: Event): Promise<void> {
    const box = event.currentTarget as HTMLInputElement;
    const { required, notRequired } = teamsMessages[this.language];
    const isTotpRequired = box.checked;
    await this.#change(
      () => this.api()['staff-rules'].$put({ json: { isTotpRequired } }),
      isTotpRequired ? required : notRequired,
    );
    // Refused, it says what holds.
    box.checked = this.isTotpRequired;
  }

  protected override render(): TemplateResult {
    const says = teamsMessages[this.language];
    return html`<div class="account-page">
      ${this.outcome()}
      <section class="account-part">
        <h2>${says.title}</h2>
        <p>${says.lead}</p>
        ${this.teams.length === 0 ? html`<p class="field-hint">${says.none}</p>` : ''}
        <ul class="account-teams">
          ${repeat(
            this.teams,
            ({ id }) => id,
            (team) => this.#team(team),
          )}
        </ul>
        <form class="account-line" novalidate @submit=${(event: SubmitEvent) => this.#add(event)}>
          ${this.field({ name: 'name', label: says.name, autocomplete: 'off' })}
          <button class="button" data-primary type="submit">${says.add}</button>
        </form>
      </section>
      <section class="account-part">
        <h2>${says.rulesTitle}</h2>
        <label class="account-rule">
          <input
            type="checkbox"
            .checked=${this.isTotpRequired}
            aria-describedby="totp-required-hint"
            @change=${(event: Event) => this.#require(event)}
          />
          <span>${says.require}</span>
        </label>
        <p class="field-hint" id="totp-required-hint">${says.requireHint}</p>
      </section>
    </div>`;
  }

  #team({ id, name, members }: Team) {
    const says = teamsMessages[this.language];
    return html`<li>
      <form class="account-line" @submit=${(event: SubmitEvent) => this.#rename(event, id)}>
        <div class="field">
          <label for="team-${id}">${says.name} <span class="field-optional">${says.members(members)}</span></label>
          <input id="team-${id}" name="team" .value=${name} required maxlength="60" autocomplete="off" />
        </div>
        <button class="button" type="submit">${says.rename}</button>
      </form>
      <mado-confirm
        .language=${this.language}
        .text=${says.dissolve}
        .question=${says.dissolveAsk}
        @confirm=${() => this.#dissolve(id)}
      ></mado-confirm>
    </li>`;
  }
}

customElements.define('mado-desk-teams', MadoDeskTeams);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-teams': MadoDeskTeams;
  }
}
