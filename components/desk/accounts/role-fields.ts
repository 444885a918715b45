import { html, nothing, type TemplateResult } from 'lit';
import type { Team } from '../../../api/accounts/contract.ts';
import { messages } from '../../account/messages.ts';
import { peopleMessages } from './people-messages.ts';
import { type Role, staffRoles } from './roles.ts';

/** The choice of a role, with what each may do. */
export function roleField(
  id: string,
  language: 'ja' | 'en',
  { role, withMember }: { role: Role; withMember: boolean },
): TemplateResult {
  const { roles, roleHints } = messages[language];
  return html`<fieldset class="account-choices">
    <legend>${peopleMessages[language].role}</legend>
    ${staffRoles.map(
      (known) =>
        html`<label
          ><input
            type="radio"
            name="role"
            value=${known}
            .checked=${known === role}
            aria-describedby="${id}-${known}"
          />
          <span>${roles[known]} <small id="${id}-${known}">${roleHints[known]}</small></span></label
        >`,
    )}
    ${
      withMember
        ? html`<label
            ><input type="radio" name="role" value="member" .checked=${role === 'member'} />
            <span>${roles.member}</span></label
          >`
        : nothing
    }
  </fieldset>`;
}

/** The teams somebody is in. */
export function teamField(language: 'ja' | 'en', teams: readonly Team[], chosen: readonly string[]): TemplateResult {
  const people = peopleMessages[language];
  return html`<fieldset class="account-choices">
    <legend>${people.teams}</legend>
    ${teams.length === 0 ? html`<p class="field-hint">${people.noTeams}</p>` : nothing}
    ${teams.map(
      ({ id, name }) =>
        html`<label
          ><input type="checkbox" name="team" value=${id} .checked=${chosen.includes(id)} /> <span>${name}</span></label
        >`,
    )}
  </fieldset>`;
}

/** What is chosen in a form with both. */
export function chosenIn(form: HTMLFormElement): { role: Role; teams: string[] } {
  const fields = new FormData(form);
  const role = fields.get('role');
  return {
    role: [...staffRoles, 'member' as const].find((known) => known === role) ?? 'agent',
    teams: fields.getAll('team').filter((team) => typeof team === 'string'),
  };
}
