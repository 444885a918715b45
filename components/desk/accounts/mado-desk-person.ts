import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Person, Team } from '../../../api/accounts/contract.ts';
import { fire } from '../../events.ts';
import { DeskDetail } from '../desk-detail.ts';
import { timeText } from '../time-text.ts';
import './mado-confirm.ts';
import { messages } from '../../account/messages.ts';
import { peopleMessages } from './people-messages.ts';
import { chosenIn, roleField, teamField } from './role-fields.ts';

/**
 * One person: role and teams; keeping them out and letting them in again; signing them out; their second step.
 * @fires mado-person-changed
 * @fires mado-signed-out
 */
export class MadoDeskPerson extends DeskDetail<Person> {
  static override properties: PropertyDeclarations = { teams: { state: true } };

  declare teams: readonly Team[];

  constructor() {
    super();
    this.teams = [];
  }

  protected override async load(id: string, until: AbortSignal) {
    const api = this.api(until);
    this.teams = (await (await api.teams.$get()).json()).teams;
    return api.people[':id'].$get({ param: { id } });
  }

  protected override tell(id: string): void {
    fire(this, 'mado-person-changed', { id });
  }

  #save(event: SubmitEvent): void {
    event.preventDefault();
    const json = chosenIn(event.currentTarget as HTMLFormElement);
    void this.change(
      ({ id }) => this.api().people[':id'].$put({ param: { id }, json }),
      peopleMessages[this.language].saved,
    );
  }

  #suspend(isSuspended: boolean): void {
    const { suspendedNow, restored } = peopleMessages[this.language];
    void this.change(
      ({ id }) => this.api().people[':id'].suspension.$put({ param: { id }, json: { isSuspended } }),
      isSuspended ? suspendedNow : restored,
    );
  }

  /** What answers nothing: the person is read anew. */
  #remove(what: 'sessions' | 'totp', done: string): void {
    void this.change(async ({ id }) => {
      const person = this.api().people[':id'];
      await person[what].$delete({ param: { id } });
      return person.$get({ param: { id } });
    }, done);
  }

  protected override shown(person: Person): TemplateResult {
    const { roles } = messages[this.language];
    const people = peopleMessages[this.language];
    const time = (at: number) => timeText(at, this.language, this.timeZone);
    const facts = [
      [people.role, roles[person.role]],
      [people.joined, time(person.createdAt)],
      [people.lastSignIn, person.lastSignInAt === null ? people.never : time(person.lastSignInAt)],
      [people.secondStep, person.hasTotp ? people.twoSteps : people.oneStep],
    ];
    return html`<article class="ticket">
      <h2 class="ticket-title" tabindex="-1">${person.name}</h2>
      <p>
        ${person.email}
        ${person.isSuspended ? html`<span class="state" data-state="late">${people.suspended}</span>` : nothing}
      </p>
      <dl class="ticket-facts">
        ${facts.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p class="account-done">${this.announcement}</p>
      <form class="form account-part" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${roleField('person', this.language, { role: person.role, withMember: true })}
        ${teamField(this.language, this.teams, person.teams)}
        <p class="field-hint">${people.roleChangeHint}</p>
        <p class="form-send">
          <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${people.save}</button>
        </p>
      </form>
      <div class="account-part account-actions">
        <button class="button" type="button" @click=${() => this.#suspend(!person.isSuspended)}>
          ${person.isSuspended ? people.restore : people.suspend}
        </button>
        <mado-confirm
          .language=${this.language}
          .text=${people.endSessions}
          .question=${people.endSessionsAsk}
          @confirm=${() => this.#remove('sessions', people.sessionsEnded)}
        ></mado-confirm>
        ${
          person.hasTotp
            ? html`<mado-confirm
                .language=${this.language}
                .text=${people.resetTotp}
                .question=${people.resetTotpAsk}
                @confirm=${() => this.#remove('totp', people.totpIsReset)}
              ></mado-confirm>`
            : nothing
        }
      </div>
    </article>`;
  }
}

customElements.define('mado-desk-person', MadoDeskPerson);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-person': MadoDeskPerson;
  }
}
