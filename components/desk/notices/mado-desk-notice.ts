import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ApiProblem, apiClient } from '../../../api/client.ts';
import type { NoticeView, NoticeWithHistory } from '../../../api/notices/contract.ts';
import { LightElement } from '../../base/light-element.ts';
import { newKey } from '../../base/new-key.ts';
import { fire } from '../../events.ts';
import { keepDraft, readDraft } from '../drafts.ts';
import { messages } from './messages.ts';
import './mado-desk-notice-form.ts';
import { noticeHead, noticeRecord, noticeTexts, noticeUpdates } from './notice-parts.ts';
import { updateForm } from './update-form.ts';

/**
 * One notice at the desk: what readers see, how it went on, who did what; and ending, updating, editing, withdrawing it.
 * @fires mado-notice-changed
 * @fires mado-signed-out
 */
export class MadoDeskNotice extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    timeZone: { attribute: false },
    categories: { attribute: false },
    noticeId: { attribute: false },
    isEditing: { attribute: false },
    notice: { state: true },
    problem: { state: true },
    errors: { state: true },
    announcement: { state: true },
    isSending: { state: true },
  };

  declare language: 'ja' | 'en';
  declare timeZone: string;
  declare categories: readonly { slug: string; name: { ja: string; en: string } }[];
  declare noticeId: string;
  declare isEditing: boolean;
  declare notice: NoticeWithHistory | null;
  declare problem: string;
  declare errors: Record<string, string>;
  declare announcement: string;
  declare isSending: boolean;

  #update = { ja: '', en: '' };
  #attempt = { content: '', key: '' };

  constructor() {
    super();
    this.language = 'ja';
    this.timeZone = 'UTC';
    this.categories = [];
    this.noticeId = '';
    this.isEditing = false;
    this.notice = null;
    this.problem = '';
    this.errors = {};
    this.announcement = '';
    this.isSending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('noticeId') && !(changed.has('isEditing') && !this.isEditing)) return;
    if (changed.has('noticeId')) {
      this.notice = null;
      const kept = readDraft(this.#draftName);
      this.#update = kept ? (JSON.parse(kept) as { ja: string; en: string }) : { ja: '', en: '' };
    }
    this.announcement = '';
    void this.#load();
  }

  get #draftName() {
    return `notice-update-${this.noticeId}`;
  }

  get #calls() {
    return apiClient(this.language).api.notices[':id'];
  }

  async #load(): Promise<void> {
    const id = this.noticeId;
    await this.#try(async () => {
      const notice = await (await this.#calls.$get({ param: { id } })).json();
      if (id !== this.noticeId) return;
      this.notice = notice;
      await this.updateComplete;
      if (!this.isEditing) this.querySelector<HTMLElement>('.ticket-title')?.focus();
    });
  }

  async #do(call: (version: number) => Promise<{ json(): Promise<NoticeWithHistory> }>, done: string) {
    const { notice } = this;
    if (!notice || this.isSending) return false;
    this.isSending = true;
    const isDone = await this.#try(async () => {
      this.notice = await (await call(notice.version)).json();
    });
    this.isSending = false;
    if (!isDone) return false;
    this.announcement = done;
    fire(this, 'mado-notice-changed', { id: notice.id });
    await this.updateComplete;
    this.querySelector<HTMLElement>('.notice-done')?.focus();
    return true;
  }

  async #end(): Promise<void> {
    const param = { id: this.noticeId };
    await this.#do((version) => this.#calls.end.$put({ param, json: { version } }), messages[this.language].ended);
  }

  async #withdraw(isWithdrawn: boolean): Promise<void> {
    const says = messages[this.language];
    const param = { id: this.noticeId };
    await this.#do(
      (version) => this.#calls.withdrawal.$put({ param, json: { isWithdrawn, version } }),
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
    const content = JSON.stringify([this.noticeId, text, isSolved]);
    if (this.#attempt.content !== content) this.#attempt = { content, key: newKey() };
    const headers = { 'Idempotency-Key': this.#attempt.key };
    const param = { id: this.noticeId };
    const isSent = await this.#do(
      (version) => this.#calls.updates.$post({ param, json: { text, isSolved, version } }, { headers }),
      says.update.sent,
    );
    if (!isSent) return;
    this.#attempt = { content: '', key: '' };
    this.#update = { ja: '', en: '' };
    keepDraft(this.#draftName, '');
    this.requestUpdate();
  }

  /** Whether a call succeeded; otherwise says what went wrong, and fetches the latest where somebody was faster. */
  async #try(call: () => Promise<void>): Promise<boolean> {
    try {
      this.problem = '';
      await call();
      return true;
    } catch (error) {
      const says = messages[this.language];
      const slug = error instanceof ApiProblem ? error.slug : null;
      if (slug === 'not-signed-in') fire(this, 'mado-signed-out', {});
      if (slug === 'state-changed') await this.#load();
      if (slug === 'state-changed') this.problem = says.changedMeanwhile;
      else this.problem = error instanceof ApiProblem ? error.problem.title : says.unreachable;
      return false;
    }
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const { notice } = this;
    return html`<p class="visually-hidden" role="status">${notice ? '' : says.loading}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${
        notice && this.isEditing
          ? html`<mado-desk-notice-form
              .language=${this.language}
              .timeZone=${this.timeZone}
              .categories=${this.categories}
              .notice=${notice}
            ></mado-desk-notice-form>`
          : nothing
      }
      ${notice && !this.isEditing ? this.#notice(notice) : nothing}`;
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
