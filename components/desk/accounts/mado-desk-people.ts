import { html, nothing, type TemplateResult } from 'lit';
import type { Invitation, Person } from '../../../api/accounts/contract.ts';
import { DeskList, type DeskQuery, type Helping } from '../desk-list.ts';
import type { DeskAddress, DeskPlace } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import './mado-desk-invite.ts';
import './mado-desk-invitation.ts';
import './mado-desk-person.ts';
import { messages } from '../../account/messages.ts';
import { peopleMessages } from './people-messages.ts';

type View = 'staff' | 'members' | 'invited';

/** The people who work here, members, and who is invited; for owners. */
export class MadoDeskPeople extends DeskList<Person | Invitation, View> {
  protected override readonly address: DeskAddress<View> = {
    page: 'people',
    views: ['staff', 'members', 'invited'],
    id: /^[0-9a-f-]{36}$/,
  };
  protected override readonly changeEvent = 'mado-person-changed';

  protected override get texts() {
    return peopleMessages[this.language];
  }

  protected override async load(
    { view, after }: DeskQuery<View>,
    until: AbortSignal,
  ): Promise<Helping<Person | Invitation>> {
    const api = this.api(until);
    if (view === 'invited') return { items: (await (await api.invitations.$get()).json()).invitations, next: null };
    const query = { view, ...(after ? { after } : {}) };
    const { people, next } = await (await api.people.$get({ query })).json();
    return { items: people, next };
  }

  protected override idOf({ id }: Person | Invitation): string {
    return id;
  }

  protected override head(): TemplateResult {
    const { open } = peopleMessages[this.language].invite;
    return html`<p class="notice-create"><a class="button" data-primary href="#/people/new">${open}</a></p>`;
  }

  protected override line(item: Person | Invitation): TemplateResult {
    const { roles } = messages[this.language];
    const people = peopleMessages[this.language];
    const isPerson = 'name' in item;
    const isSuspended = isPerson && item.isSuspended;
    const at = isPerson ? item.lastSignInAt : item.expiresAt;
    const when = at === null ? people.never : timeText(at, this.language, this.timeZone);
    return html`<span class="desk-line-head"
        ><span class="desk-customer">${item.email}</span
        ><span>${isPerson ? people.lastSignIn : people.validUntil} ${when}</span></span
      >
      <span class="desk-subject">${isPerson ? item.name : item.email}</span>
      <span class="desk-line-foot"
        ><span class="state">${roles[item.role]}</span>
        ${isSuspended ? html`<span class="state" data-state="late">${people.suspended}</span>` : nothing}</span
      >`;
  }

  protected override opened({ id, view }: DeskPlace<View>): TemplateResult {
    const { language, timeZone } = this;
    if (id === null) return html`<mado-desk-invite .language=${language}></mado-desk-invite>`;
    if (view === 'invited') {
      const invitation = this.items?.find((item): item is Invitation => item.id === id && !('name' in item));
      return html`<mado-desk-invitation
        .language=${language}
        .timeZone=${timeZone}
        .invitation=${invitation ?? null}
      ></mado-desk-invitation>`;
    }
    return html`<mado-desk-person .language=${language} .timeZone=${timeZone} .itemId=${id}></mado-desk-person>`;
  }
}

customElements.define('mado-desk-people', MadoDeskPeople);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-people': MadoDeskPeople;
  }
}
