import { html, nothing, type TemplateResult } from 'lit';
import type { MailInDecision, ReceivedMailWithText } from '../../../api/mail-in/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { DeskMailDetail } from '../mails/desk-mail-detail.ts';
import { timeText } from '../time-text.ts';
import { mailInState } from './mail-in-state.ts';
import { messages } from './messages.ts';

/**
 * One mail that came in: what became of it and why, what it says as plain text, and what to make of it. Nothing of it is
 * shown as a page.
 * @fires mado-mail-changed
 */
export class MadoDeskReceivedMail extends DeskMailDetail<ReceivedMailWithText, MailInDecision> {
  protected override load(id: string, until: AbortSignal) {
    return this.api(until)['received-mails'][':id'].$get({ param: { id } });
  }

  protected override send(decision: MailInDecision) {
    return this.api()['received-mails'][':id'].decision.$post({ param: { id: this.itemId }, json: { decision } });
  }

  protected override saidOf(decision: MailInDecision): string {
    return messages[this.language].decided[decision];
  }

  protected override shown(mail: ReceivedMailWithText): TemplateResult {
    const says = messages[this.language];
    return html`<article class="ticket">
      <header>
        <h2 class="ticket-title" tabindex="-1">${mail.subject || says.noSubject}</h2>
        ${this.#facts(mail)}
        ${this.acts({
          label: says.decisionsLabel,
          state: mailInState(mail, this.language),
          acts: mail.decisions,
          texts: says.decisions,
        })}
      </header>
      <section aria-labelledby="mail-text">
        <h3 id="mail-text">${says.text}</h3>
        ${mail.text === null ? html`<p>${says.unreadable}</p>` : html`<pre class="mail-text">${mail.text}</pre>`}
      </section>
      ${this.#files(mail)}
      <details>
        <summary>${says.headers}</summary>
        <pre class="mail-text">${mail.headers}</pre>
      </details>
      <p><a href="/api/received-mails/${mail.id}/raw" download>${says.raw}</a></p>
    </article>`;
  }

  #facts({ sender, receivedAt, bytes, reason, reference, attempts }: ReceivedMailWithText) {
    const says = messages[this.language];
    const size = new Intl.NumberFormat(this.language).format(Math.ceil(bytes / 1024));
    return this.facts([
      [says.sender, sender === null ? says.nobody : html`${sender} <small>${says.unproven}</small>`],
      [says.received, timeText(receivedAt, this.language, this.timeZone)],
      [says.size, `${size} kB`],
      reason === null ? null : [says.reason, says.reasons[reason] ?? reason],
      attempts > 1 ? [says.attempts, says.times(attempts)] : null,
      reference === null
        ? null
        : [says.ticket, html`<a href=${hrefOf('tickets', { view: 'all', id: reference })}>${reference}</a>`],
    ]);
  }

  #files({ files }: ReceivedMailWithText) {
    if (files.length === 0) return nothing;
    return html`<section aria-labelledby="mail-files">
      <h3 id="mail-files">${messages[this.language].files}</h3>
      <ul>
        ${files.map(({ name, bytes }) => html`<li>${name} (${Math.ceil(bytes / 1024)} kB)</li>`)}
      </ul>
    </section>`;
  }
}

customElements.define('mado-desk-received-mail', MadoDeskReceivedMail);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-received-mail': MadoDeskReceivedMail;
  }
}
