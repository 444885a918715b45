import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { MailInView, ReceivedMail } from '../../../api/mail-in/contract.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import type { DeskAddress, DeskPlace } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import './mado-desk-received-mail.ts';
import { mailInState } from './mail-in-state.ts';
import { messages } from './messages.ts';

/** Every mail that came in: what nobody could make anything of first. */
export class MadoDeskMailIn extends DeskList<ReceivedMail, MailInView> {
  static override properties: PropertyDeclarations = { isReceiving: { state: true } };

  declare isReceiving: boolean;

  protected override readonly address: DeskAddress<MailInView> = {
    page: 'mail-in',
    views: ['quarantined', 'waiting', 'taken', 'not-answered', 'dismissed'],
    id: /^[0-9a-f-]{36}$/,
  };
  protected override readonly changeEvent = 'mado-mail-changed';

  constructor() {
    super();
    this.isReceiving = true;
  }

  protected override get texts() {
    return messages[this.language];
  }

  protected override async load({ view, after }: DeskQuery<MailInView>, until: AbortSignal) {
    const query = { view, ...(after ? { after } : {}) };
    const { mails, next, isReceiving } = await (await this.api(until)['received-mails'].$get({ query })).json();
    this.isReceiving = isReceiving;
    return { items: mails, next };
  }

  protected override idOf({ id }: ReceivedMail): string {
    return id;
  }

  protected override head(): TemplateResult | typeof nothing {
    return this.isReceiving ? nothing : html`<p class="notice outbox-note">${messages[this.language].notReceiving}</p>`;
  }

  protected override line(mail: ReceivedMail): TemplateResult {
    const says = messages[this.language];
    return html`<span class="desk-line-head">
        <span class="desk-customer">${mail.sender ?? says.nobody}</span>
        <span class="desk-time">${timeText(mail.receivedAt, this.language, this.timeZone)}</span>
      </span>
      <span class="desk-subject">${mail.subject || says.noSubject}</span>
      <span class="desk-line-foot">${mailInState(mail, this.language)}</span>`;
  }

  protected override opened({ id }: DeskPlace<MailInView>): TemplateResult {
    return html`<mado-desk-received-mail
      .language=${this.language}
      .timeZone=${this.timeZone}
      .itemId=${id ?? ''}
    ></mado-desk-received-mail>`;
  }
}

customElements.define('mado-desk-mail-in', MadoDeskMailIn);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-mail-in': MadoDeskMailIn;
  }
}
