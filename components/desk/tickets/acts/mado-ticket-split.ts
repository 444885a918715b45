import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { timeText } from '../../time-text.ts';
import { messages as threadTexts } from '../thread-messages.ts';
import { messages as actTexts } from './messages.ts';
import { textIn, TicketAct } from './ticket-act.ts';

/** Makes some of a ticket's messages a ticket of their own. */
export class MadoTicketSplit extends TicketAct {
  static override properties: PropertyDeclarations = { wrong: { state: true } };

  declare wrong: 'messages' | 'subject' | null;

  constructor() {
    super();
    this.wrong = null;
  }

  protected override get heading() {
    return actTexts[this.language].split.title;
  }

  protected override get button() {
    return actTexts[this.language].split.button;
  }

  protected override async act(form: FormData): Promise<boolean> {
    const says = actTexts[this.language].split;
    const chosen = form.getAll('message').filter((id) => typeof id === 'string');
    const subject = textIn(form, 'subject');
    const isEverything = chosen.length === this.ticket.messages.length;
    this.wrong = chosen.length === 0 || isEverything ? 'messages' : subject ? null : 'subject';
    if (this.wrong) {
      this.problem = this.wrong === 'subject' ? says.noSubject : isEverything ? says.all : says.noMessage;
      return false;
    }
    const { ticket, ways } = this;
    const param = { reference: ticket.reference };
    let split = '';
    return ways.change(async ({ version }) => {
      const { split: route, $get } = this.api().tickets[':reference'];
      const answer = await (await route.$post({ param, json: { version, messages: chosen, subject } })).json();
      split = answer.ticket.reference;
      ways.offerUndo(answer.undo, says.done(split));
      return $get({ param });
    }, says.done(split));
  }

  protected override fields(): TemplateResult {
    const { language, ticket, timeZone, wrong } = this;
    const says = actTexts[language].split;
    const { from } = threadTexts[language];
    return html`<p>${says.lead}</p>
      <fieldset class="ticket-choices">
        <legend>${says.which}</legend>
        ${ticket.messages.map(
          ({ id, author, direction, body, createdAt }, index) =>
            html`<label>
              <input
                type="checkbox"
                name="message"
                value=${id}
                aria-invalid=${wrong === 'messages' && index === 0 ? 'true' : 'false'}
                aria-describedby="act-problem"
              />
              <span>
                <b>${author ?? from[direction]}</b> ${timeText(createdAt, language, timeZone)}
                <span class="ticket-excerpt" lang=${ticket.language}>${body}</span>
              </span>
            </label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="act-subject">${says.subject}</label>
        <input
          id="act-subject"
          name="subject"
          maxlength="120"
          required
          lang=${ticket.language}
          aria-invalid=${wrong === 'subject' ? 'true' : 'false'}
          aria-describedby="act-problem"
        />
      </div>`;
  }
}

customElements.define('mado-ticket-split', MadoTicketSplit);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-split': MadoTicketSplit;
  }
}
