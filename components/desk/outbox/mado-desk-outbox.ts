import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { OutboxMail, OutboxView } from '../../../api/outbox/contract.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import type { DeskAddress, DeskPlace } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import './mado-desk-mail.ts';
import { mailState } from './mail-state.ts';
import { messages } from './messages.ts';

/** Everything that leaves the portal: what waits, what was sent, and what could not be delivered. */
export class MadoDeskOutbox extends DeskList<OutboxMail, OutboxView> {
  static override properties: PropertyDeclarations = { isSending: { state: true } };

  declare isSending: boolean;

  protected override readonly address: DeskAddress<OutboxView> = {
    page: 'outbox',
    views: ['waiting', 'dead', 'sent', 'cancelled'],
    id: /^[0-9a-f-]{36}$/,
  };
  protected override readonly changeEvent = 'mado-mail-changed';

  constructor() {
    super();
    this.isSending = true;
  }

  protected override get texts() {
    return messages[this.language];
  }

  protected override async load({ view, after }: DeskQuery<OutboxView>, until: AbortSignal) {
    const query = { view, ...(after ? { after } : {}) };
    const { mails, next, isSending } = await (await this.api(until).outbox.$get({ query })).json();
    this.isSending = isSending;
    return { items: mails, next };
  }

  protected override idOf({ id }: OutboxMail): string {
    return id;
  }

  protected override head(): TemplateResult | typeof nothing {
    return this.isSending ? nothing : html`<p class="notice outbox-note">${messages[this.language].notSending}</p>`;
  }

  protected override line(mail: OutboxMail): TemplateResult {
    const says = messages[this.language];
    return html`<span class="desk-line-head">
        <span class="desk-customer">${mail.to}</span>
        <span class="desk-time">${timeText(mail.sentAt ?? mail.createdAt, this.language, this.timeZone)}</span>
      </span>
      <span class="desk-subject">${says.kinds[mail.kind] ?? mail.kind}</span>
      <span class="desk-line-foot">${mailState(mail, this.language)}</span>`;
  }

  protected override opened({ id }: DeskPlace<OutboxView>): TemplateResult {
    return html`<mado-desk-mail
      .language=${this.language}
      .timeZone=${this.timeZone}
      .itemId=${id ?? ''}
    ></mado-desk-mail>`;
  }
}

customElements.define('mado-desk-outbox', MadoDeskOutbox);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-outbox': MadoDeskOutbox;
  }
}
