import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxMailWithText } from '../../../api/outbox/contract.ts';
import { fire } from '../../events.ts';
import { DeskDetail } from '../desk-detail.ts';
import { timeText } from '../time-text.ts';
import { mailState } from './mail-state.ts';
import { messages } from './messages.ts';

/**
 * One mail at the desk: to whom, how it went, what it says, and sending it again or not at all.
 * @fires mado-mail-changed
 */
export class MadoDeskMail extends DeskDetail<OutboxMailWithText> {
  protected override load(id: string, until: AbortSignal) {
    return this.api(until).outbox[':id'].$get({ param: { id } });
  }

  protected override tell(id: string): void {
    fire(this, 'mado-mail-changed', { id });
  }

  async #move(state: 'waiting' | 'cancelled'): Promise<void> {
    const param = { id: this.itemId };
    const isMoved = await this.change(
      () => this.api().outbox[':id'].state.$put({ param, json: { state } }),
      messages[this.language].moved[state],
    );
    if (isMoved) this.querySelector<HTMLElement>('.ticket-title')?.focus();
  }

  protected override shown(mail: OutboxMailWithText): TemplateResult {
    const says = messages[this.language];
    return html`<article class="ticket">
      <header>
        <h2 class="ticket-title" lang=${mail.language} tabindex="-1">
          ${mail.subject ?? says.kinds[mail.kind] ?? mail.kind}
        </h2>
        ${this.#facts(mail)} ${this.#moves(mail)}
        ${mail.unanswered > 0 ? html`<p class="notice">${says.unanswered}</p>` : nothing}
      </header>
      ${this.#text(mail)}
    </article>`;
  }

  #facts({ to, name, attempts, createdAt, dueAt, sentAt, state, lastError }: OutboxMailWithText) {
    const says = messages[this.language];
    const time = (at: number) => timeText(at, this.language, this.timeZone);
    const facts = [
      [says.to, name ? `${name} <${to}>` : to],
      [says.queued, time(createdAt)],
      ...(state === 'waiting' ? [[says.due, time(dueAt)]] : []),
      ...(sentAt === null ? [] : [[says.sent, time(sentAt)]]),
      ...(attempts === 0 ? [] : [[says.attempts, says.times(attempts)]]),
      ...(lastError === null ? [] : [[says.said, lastError]]),
    ];
    return html`<dl class="ticket-facts">
      ${facts.map(
        ([fact, value]) =>
          html`<div>
            <dt>${fact}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #moves(mail: OutboxMailWithText) {
    const says = messages[this.language];
    return html`<div class="ticket-moves" role="group" aria-label=${says.movesLabel}>
      ${mailState(mail, this.language)}
      ${mail.nextStates.map(
        (next) =>
          html`<button class="desk-link" type="button" aria-disabled=${this.isSending} @click=${() => this.#move(next)}>
            ${says.moves[next]}
          </button>`,
      )}
    </div>`;
  }

  #text({ id, text, language }: OutboxMailWithText) {
    const says = messages[this.language];
    if (text === null) return html`<p>${says.nothing}</p>`;
    return html`<section aria-labelledby="mail-text">
      <h3 id="mail-text">${says.text}</h3>
      <p class="desk-note">
        ${says.harmless} <a href="/api/outbox/${id}/preview" target="_blank" rel="noreferrer">${says.asHtml}</a>
      </p>
      <pre class="mail-text" lang=${language}>${text}</pre>
    </section>`;
  }
}

customElements.define('mado-desk-mail', MadoDeskMail);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-mail': MadoDeskMail;
  }
}
