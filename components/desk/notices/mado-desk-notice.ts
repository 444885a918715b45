import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { NoticeView, NoticeWithHistory } from '../../../api/notices/contract.ts';
import { fire } from '../../events.ts';
import { Attempt } from '../attempt.ts';
import { DeskDetail } from '../desk-detail.ts';
import { keepDraft, readDraft } from '../drafts.ts';
import { messages } from './messages.ts';
import './mado-desk-notice-form.ts';
import { noticeHead, noticeRecord, noticeTexts, noticeUpdates } from './notice-parts.ts';
import { updateForm } from './update-form.ts';

/**
 * One notice at the desk: what readers see, how it went on, who did what; and ending, updating, editing, withdrawing it.
 * @fires mado-notice-changed
 */
export class MadoDeskNotice extends DeskDetail<NoticeWithHistory> {
  static override properties: PropertyDeclarations = {
    isEditing: { attribute: false },
    errors: { state: true },
  };

  declare isEditing: boolean;
  /** What is wrong with each field of the update, by its language. */
  declare errors: Record<string, string>;

  #update = { ja: '', en: '' };
  #attempt = new Attempt();

  constructor() {
    super();
    this.isEditing = false;
    this.errors = {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('itemId')) {
      const kept = readDraft(this.#draftName);
      this.#update = kept ? (JSON.parse(kept) as { ja: string; en: string }) : { ja: '', en: '' };
      this.errors = {};
    } else if (changed.has('isEditing') && !this.isEditing) {
      void this.fetch();
    }
  }

  get #draftName() {
    return `notice-update-${this.itemId}`;
  }

  get #calls() {
    return this.api().notices[':id'];
  }

  protected override load(id: string, until: AbortSignal) {
    return this.api(until).notices[':id'].$get({ param: { id } });
  }

  protected override tell(id: string): void {
    fire(this, 'mado-notice-changed', { id });
  }

  protected override arrive(): void {
    // The form has the focus already.
    if (!this.isEditing) super.arrive();
  }

  /** What was done is on the page, and takes the focus. */
  protected override get status(): string {
    return '';
  }

  async #do(...change: Parameters<typeof this.change>): Promise<boolean> {
    const isDone = await this.change(...change);
    if (isDone) this.querySelector<HTMLElement>('.notice-done')?.focus();
    return isDone;
  }

  async #end(): Promise<void> {
    const param = { id: this.itemId };
    await this.#do(({ version }) => this.#calls.end.$put({ param, json: { version } }), messages[this.language].ended);
  }

  async #withdraw(isWithdrawn: boolean): Promise<void> {
    const says = messages[this.language];
    const param = { id: this.itemId };
    await this.#do(
      ({ version }) => this.#calls.withdrawal.$put({ param, json: { isWithdrawn, version } }),
      isWithdrawn ? says.withdrawn : says.restored,
    );
  }

  async #sendUpdate(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const says = messages[this.language];
    const text = { ...this.#update };
    const missing = (['ja', 'en'] as const).filter((of) => text[of].trim() === '');
    this.errors = Object.fromEntries(missing.map((of) => [of, says.errors.fillIn]));
    if (missing[0]) {
      await this.updateComplete;
      this.querySelector<HTMLElement>(`#notice-update-${missing[0]}`)?.focus();
      return;
    }
    const isSolved = this.querySelector<HTMLInputElement>('#notice-solved')?.checked === true;
    const [param, draft] = [{ id: this.itemId }, this.#draftName];
    const headers = this.#attempt.headersFor(JSON.stringify([this.itemId, text, isSolved]));
    const isSent = await this.#do(
      ({ version }) => this.#calls.updates.$post({ param, json: { text, isSolved, version } }, { headers }),
      says.update.sent,
    );
    if (!isSent) return;
    this.#attempt.end();
    keepDraft(draft, '');
    if (draft !== this.#draftName) return;
    this.#update = { ja: '', en: '' };
    this.requestUpdate();
  }

  protected override shown(notice: NoticeWithHistory): TemplateResult {
    if (!this.isEditing) return this.#notice(notice);
    return html`<mado-desk-notice-form
      .language=${this.language}
      .timeZone=${this.timeZone}
      .categories=${this.categories}
      .notice=${notice}
    ></mado-desk-notice-form>`;
  }

  #notice(notice: NoticeWithHistory) {
    const says = messages[this.language];
    return html`<article class="ticket">
      ${this.announcement ? html`<p class="notice-done" tabindex="-1">${this.announcement}</p>` : nothing}
      ${noticeHead(notice, this.categories, this.language, this.timeZone)} ${this.#actions(notice)}
      ${noticeTexts(notice, this.language)}
      <section aria-labelledby="notice-updates">
        <h3 id="notice-updates">${says.updates}</h3>
        ${noticeUpdates(notice, this.language, this.timeZone)}
        ${notice.view === 'current' || notice.view === 'ended' ? this.#updateForm(notice.view) : nothing}
      </section>
      ${noticeRecord(notice, this.language, this.timeZone)}
    </article>`;
  }

  #updateForm(view: NoticeView) {
    return updateForm({
      text: this.#update,
      errors: this.errors,
      canSolve: view === 'current',
      isSending: this.isSending,
      language: this.language,
      onInput: (of, value) => {
        this.#update[of] = value;
        keepDraft(this.#draftName, JSON.stringify(this.#update));
      },
      onSubmit: (event) => this.#sendUpdate(event),
    });
  }

  #actions({ id, view }: NoticeWithHistory) {
    const says = messages[this.language];
    const button = (label: string, act: () => Promise<void>) =>
      html`<button class="button" type="button" aria-disabled=${this.isSending} @click=${act}>${label}</button>`;
    return html`<div class="notice-actions" role="group" aria-label=${says.actions}>
      ${view === 'current' ? button(says.endNow, () => this.#end()) : nothing}
      ${
        view === 'withdrawn'
          ? button(says.restore, () => this.#withdraw(false))
          : html`<a class="button" href="#/notices/${view}/${id}/edit">${says.edit}</a>
              ${button(says.withdraw, () => this.#withdraw(true))}`
      }
      ${
        view === 'current' || view === 'ended'
          ? html`<a class="desk-link" href="/${this.language}/notices/#notice-${id}" target="_blank">${says.shown}</a>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('mado-desk-notice', MadoDeskNotice);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-notice': MadoDeskNotice;
  }
}
