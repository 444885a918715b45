import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Reviewable } from '../../../api/moderation/contract.ts';
import { messages as dialogMessages } from './dialog-messages.ts';
import { aboutText } from './item-parts.ts';
import { ModerationDialog } from './moderation-dialog.ts';
import { readyTicketNote } from './ready-texts.ts';

/** Makes a private request of a public post. */
export class MadoToTicketDialog extends ModerationDialog {
  static override properties: PropertyDeclarations = {
    ...ModerationDialog.properties,
    item: { attribute: false },
    move: { attribute: false },
  };

  declare item: Reviewable;
  /** Sends it; throws what the API says. */
  declare move: (note: string) => Promise<void>;

  protected override get heading(): string {
    return dialogMessages[this.language].ticket.title;
  }

  protected override get button(): string {
    return dialogMessages[this.language].ticket.send;
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.querySelector<HTMLElement>('[type=submit]')?.focus();
  }

  protected override async act(text: (name: string) => string): Promise<boolean> {
    await this.move(text('note'));
    return true;
  }

  protected override fields(): TemplateResult {
    const { lead, note } = dialogMessages[this.language].ticket;
    const spoken = this.item.language;
    const hint = dialogMessages[this.language].noteHint;
    return html`<p class="dialog-about" lang=${spoken}>${aboutText(this.item, this.language)}</p>
      <p>${lead}</p>
      ${this.textField('note', { label: note, value: readyTicketNote[spoken], hint, spoken })}`;
  }
}

customElements.define('mado-to-ticket-dialog', MadoToTicketDialog);

declare global {
  interface HTMLElementTagNameMap {
    'mado-to-ticket-dialog': MadoToTicketDialog;
  }
}
