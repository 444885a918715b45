import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { NotificationWish } from '../../../api/desk/contract.ts';
import { OwnForm } from './own-form.ts';

type Wished = NotificationWish['newTickets'];

const wishes: readonly Wished[] = ['all', 'team', 'none'];

/** Which new tickets somebody is told of by mail. */
export class MadoOwnNews extends OwnForm {
  static override properties: PropertyDeclarations = { wished: { state: true } };

  /** `null` until it is there. */
  declare wished: Wished | null;

  constructor() {
    super();
    this.wished = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#load());
  }

  async #load(): Promise<void> {
    this.wished = (await (await this.api().desk.notifications.$get()).json()).newTickets;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, async (text) => {
      const newTickets = wishes.find((wish) => wish === text('newTickets')) ?? 'none';
      const json = { newTickets };
      this.wished = (await (await this.api().desk.notifications.$put({ json })).json()).newTickets;
    });
    if (isSent) this.done = this.ownSays.saved;
  }

  protected override render(): TemplateResult {
    const { news } = this.ownSays;
    return html`<form class="account-part form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${news.title}</h2>
      ${this.outcome()}
      ${
        this.wished === null
          ? nothing
          : html`<fieldset class="account-choices">
                <legend>${news.lead(this.account.email)}</legend>
                ${wishes.map(
                  (wish) =>
                    html`<label
                      ><input type="radio" name="newTickets" value=${wish} .checked=${wish === this.wished} />
                      <span
                        >${news.wishes[wish]}
                        ${wish === 'team' && this.account.teams.length === 0 ? html`<small>${news.noTeam}</small>` : nothing}</span
                      ></label
                    >`,
                )}
              </fieldset>
              ${this.submitButton(news.submit)}`
      }
    </form>`;
  }
}

customElements.define('mado-own-news', MadoOwnNews);

declare global {
  interface HTMLElementTagNameMap {
    'mado-own-news': MadoOwnNews;
  }
}
