import { html, type TemplateResult } from 'lit';
import { Attempt } from '../../attempt.ts';
import { messages as actTexts } from './messages.ts';
import { textIn, TicketAct } from './ticket-act.ts';

/** Gives a ticket to a team, with what they should know, in one step. */
export class MadoTicketHandOver extends TicketAct {
  readonly #note = new Attempt();

  protected override get heading() {
    return actTexts[this.language].handOver.title;
  }

  protected override get button() {
    return actTexts[this.language].handOver.button;
  }

  protected override async act(form: FormData): Promise<boolean> {
    const says = actTexts[this.language].handOver;
    const [team, body] = [textIn(form, 'team'), textIn(form, 'note')];
    const found = this.colleagues.teams.find(({ id }) => id === team);
    if (!found) {
      this.problem = says.wrong;
      return false;
    }
    const { reference } = this.ticket;
    return this.ways.change(async ({ version }) => {
      const { notes, properties } = this.api().tickets[':reference'];
      const param = { reference };
      let seen = version;
      if (body) {
        const headers = this.#note.headersFor(`${reference}\n${body}`);
        seen = (await (await notes.$post({ param, json: { body } }, { headers })).json()).version;
      }
      return properties.$put({ param, json: { version: seen, team, assignee: null } });
    }, says.done(found.name));
  }

  protected override fields(): TemplateResult {
    const says = actTexts[this.language].handOver;
    return html`<div class="field">
        <label for="act-team">${says.team}</label>
        <select
          id="act-team"
          name="team"
          required
          aria-invalid=${this.problem ? 'true' : 'false'}
          aria-describedby="act-problem"
        >
          <option value="">${says.choose}</option>
          ${this.colleagues.teams.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </div>
      <div class="field note-field">
        <label for="act-note">${says.note}</label>
        <p class="field-hint" id="act-note-hint">${says.noteHint}</p>
        <textarea id="act-note" name="note" rows="3" maxlength="5000" aria-describedby="act-note-hint"></textarea>
      </div>`;
  }
}

customElements.define('mado-ticket-hand-over', MadoTicketHandOver);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-hand-over': MadoTicketHandOver;
  }
}
