import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { z } from 'zod';
import type { postSource } from '../../../api/forum/contract.ts';
import type { Reviewable } from '../../../api/moderation/contract.ts';
import { messages as dialogMessages } from './dialog-messages.ts';
import { ModerationDialog } from './moderation-dialog.ts';

/** Changes what somebody else wrote, and says why; what it said before stays in its history. */
export class MadoEditDialog extends ModerationDialog {
  static override properties: PropertyDeclarations = {
    ...ModerationDialog.properties,
    item: { attribute: false },
    edited: { attribute: false },
    source: { state: true },
  };

  declare item: Reviewable;
  /** Told that it was done, and how to put it back. */
  declare edited: (text: string, undo: () => Promise<number>) => void;
  declare source: z.output<typeof postSource> | null;

  constructor() {
    super();
    this.source = null;
  }

  protected override get heading(): string {
    return dialogMessages[this.language].edit.title;
  }

  protected override get button(): string {
    return dialogMessages[this.language].edit.send;
  }

  get #param() {
    return { id: this.item.post?.id ?? '' };
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.source = await (await this.api().forum.posts[':id'].source.$get({ param: this.#param })).json();
      await this.updateComplete;
      this.querySelector<HTMLElement>('[name=body]')?.focus();
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  protected override async act(text: (name: string) => string): Promise<boolean> {
    const { source } = this;
    const says = dialogMessages[this.language].edit;
    if (!source) return false;
    const [body, reason] = [text('body'), text('reason')];
    if (!body) return this.miss('body', says.bodyNeeded);
    if (!reason) return this.miss('reason', says.reasonNeeded);
    const title = source.title === null ? {} : { title: text('title') || source.title };
    const put = (json: { version: number; body: string; reason: string; title?: string }) =>
      this.api().forum.posts[':id'].$put({ param: this.#param, json });
    await put({ version: source.version, body, reason, ...title });
    const before = source.title === null ? {} : { title: source.title };
    this.edited(says.done, async () => {
      await put({ version: source.version + 1, body: source.body, reason: says.undone, ...before });
      return 1;
    });
    return true;
  }

  protected override fields(): TemplateResult {
    const { source } = this;
    const says = dialogMessages[this.language].edit;
    if (!source) return html`<p role="status">${this.problem ? '' : says.loading}</p>`;
    const spoken = this.item.language;
    const hint = dialogMessages[this.language].noteHint;
    return html`${
      source.title === null
        ? nothing
        : html`<div class="field">
            <label for="dialog-title-text">${says.postTitle}</label>
            <input
              id="dialog-title-text"
              name="title"
              maxlength="120"
              autocomplete="off"
              lang=${spoken}
              .defaultValue=${source.title}
            />
          </div>`
    }
    ${this.textField('body', { label: says.body, value: source.body, rows: 10, spoken, most: 20_000 })}
    ${this.textField('reason', { label: says.reason, value: '', hint: `${says.reasonHint} ${hint}`, rows: 2, spoken, most: 200 })}`;
  }
}

customElements.define('mado-edit-dialog', MadoEditDialog);

declare global {
  interface HTMLElementTagNameMap {
    'mado-edit-dialog': MadoEditDialog;
  }
}
