import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxMailWithText } from '../../../api/outbox/contract.ts';
import { DeskMailDetail } from '../mails/desk-mail-detail.ts';
import { timeText } from '../time-text.ts';
import { mailState } from './mail-state.ts';
import { messages } from './messages.ts';

type Move = OutboxMailWithText['nextStates'][number];

/**
 * One mail at the desk: to whom, how it went, what it says, and sending it again or not at all.
 * @fires mado-mail-changed
 */
export class MadoDeskMail extends DeskMailDetail<OutboxMailWithText, Move> {
  protected override load(id: string, until: AbortSignal) {
    return this.api(until).outbox[':id'].$get({ param: { id } });
  }

  protected override send(state: Move) {
    return this.api().outbox[':id'].state.$put({ param: { id: this.itemId }, json: { state } });
  }

  protected override saidOf(state: Move): string {
    return messages[this.language].moved[state];
  }

  protected override shown(mail: OutboxMailWithText): TemplateResult {
    const says = messages[this.language];
    return html`<article class="ticket">
      <header>
        <h2 class="ticket-title" lang=${mail.language} tabindex="-1">
          ${mail.subject ?? says.kinds[mail.kind] ?? mail.kind}
        </h2>
        ${this.#facts(mail)}
        ${this.acts({
          label: says.movesLabel,
          state: mailState(mail, this.language),
          acts: mail.nextStates,
          texts: says.moves,
        })}
        ${mail.unanswered > 0 ? html`<p class="notice">${says.unanswered}</p>` : nothing}
      </header>
      ${this.#text(mail)}
    </article>`;
  }

  #facts({ to, name, attempts, createdAt, dueAt, sentAt, state, lastError }: OutboxMailWithText) {
    const says = messages[this.language];
    const time = (at: number) => timeText(at, this.language, this.timeZone);
    return this.facts([
      [says.to, name ? `${name} <${to}>` : to],
      [says.queued, time(createdAt)],
      state === 'waiting' ? [says.due, time(dueAt)] : null,
      sentAt === null ? null : [says.sent, time(sentAt)],
      attempts === 0 ? null : [says.attempts, says.times(attempts)],
      lastError === null ? null : [says.said, lastError],
    ]);
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
