import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionOfDevice } from '../../../api/accounts/contract.ts';
import { timeText } from '../time-text.ts';
import { AccountForm } from '../../account/account-form.ts';
import { ownAccountMessages } from './own-account-messages.ts';

/** Where one is signed in, each device with a way to sign it out. */
export class MadoOwnSessions extends AccountForm {
  static override properties: PropertyDeclarations = { sessions: { state: true } };

  declare sessions: readonly SessionOfDevice[];

  constructor() {
    super();
    this.sessions = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#load());
  }

  async #load(): Promise<void> {
    this.sessions = (await (await this.api().account.sessions.$get()).json()).sessions;
  }

  async #end(id?: string): Promise<void> {
    const isDone = await this.attempt(async () => {
      const { sessions } = this.api().account;
      await (id === undefined ? sessions.$delete() : sessions[':id'].$delete({ param: { id } }));
      await this.#load();
    });
    if (!isDone) return;
    this.done = ownAccountMessages[this.language].sessions.ended;
    // The button has gone with its device.
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult {
    const says = ownAccountMessages[this.language].sessions;
    const hasOthers = this.sessions.some(({ isCurrent }) => !isCurrent);
    return html`<section class="account-part">
      <h2 tabindex="-1">${says.title}</h2>
      ${this.outcome()}
      <ul class="account-sessions">
        ${this.sessions.map((session) => this.#session(session))}
      </ul>
      ${
        hasOthers
          ? html`<p><button class="button" type="button" @click=${() => this.#end()}>${says.endOthers}</button></p>`
          : html`<p class="field-hint">${says.none}</p>`
      }
    </section>`;
  }

  #session({ id, device, lastUsedAt, createdAt, isCurrent }: SessionOfDevice) {
    const says = ownAccountMessages[this.language].sessions;
    const time = (at: number) => timeText(at, this.language, this.timeZone);
    const name = device || says.unknown;
    return html`<li>
      <div>
        <p class="account-device">${name}${isCurrent ? html` <span class="state">${says.here}</span>` : nothing}</p>
        <p class="field-hint">${says.lastUsed} ${time(lastUsedAt)} · ${says.since} ${time(createdAt)}</p>
      </div>
      ${
        isCurrent
          ? nothing
          : html`<button class="button" type="button" aria-label="${says.end}: ${name}" @click=${() => this.#end(id)}>
              ${says.end}
            </button>`
      }
    </li>`;
  }
}

customElements.define('mado-own-sessions', MadoOwnSessions);

declare global {
  interface HTMLElementTagNameMap {
    'mado-own-sessions': MadoOwnSessions;
  }
}
