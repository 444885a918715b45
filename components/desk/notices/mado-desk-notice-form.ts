import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { ApiProblem } from '../../../api/client.ts';
import type { Notice, NoticePreview } from '../../../api/notices/contract.ts';
import { fire } from '../../events.ts';
import { Attempt } from '../attempt.ts';
import { DeskElement } from '../desk-element.ts';
import { keepDraft, readDraft } from '../drafts.ts';
import { messages as deskMessages } from '../messages.ts';
import { messages } from './messages.ts';
import { draftOf, emptyDraft, inputOf, missingIn, type NoticeDraft } from './notice-draft.ts';
import { choicesField, idOf } from './notice-fields.ts';
import { textFields, whatFields, whenFields } from './notice-form-parts.ts';
import { noticeThere } from './notice-there.ts';
import { problemSummary } from './problem-summary.ts';

/**
 * Writes a notice, or edits one. What was typed stays in this tab until it is published, whatever happens.
 * @fires mado-notice-changed
 */
export class MadoDeskNoticeForm extends DeskElement {
  static override properties: PropertyDeclarations = {
    notice: { attribute: false },
    draft: { state: true },
    there: { state: true },
    problem: { state: true },
    errors: { state: true },
    preview: { state: true },
    isSending: { state: true },
  };

  /** The notice to edit; `null` for a new one. */
  declare notice: Notice | null;
  declare draft: NoticeDraft;
  /** What somebody else published meanwhile, to be looked at before it is written over. */
  declare there: Notice | null;
  declare problem: string;
  /** What is wrong with each field, by its name. */
  declare errors: Record<string, string>;
  declare preview: NoticePreview | null;
  declare isSending: boolean;

  /** Sent again after a failure, it is the same notice. */
  #attempt = new Attempt();
  #version = 1;

  constructor() {
    super();
    this.notice = null;
    this.draft = emptyDraft();
    this.there = null;
    this.problem = '';
    this.errors = {};
    this.preview = null;
    this.isSending = false;
  }

  get #draftName() {
    return this.notice ? `notice-${this.notice.id}` : 'notice-new';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('notice')) return;
    this.#version = this.notice?.version ?? 1;
    const kept = readDraft(this.#draftName);
    const fresh = this.notice ? draftOf(this.notice, this.timeZone) : emptyDraft();
    this.draft = fresh;
    this.there = null;
    if (!kept) return;
    const { version, ...draft } = JSON.parse(kept) as NoticeDraft & { version?: number };
    this.draft = { ...fresh, ...draft };
    if (!this.notice || version === this.#version) return;
    // Begun on a notice that somebody has changed since: whoever goes on has to know.
    this.problem = deskMessages[this.language].changedMeanwhile;
    this.there = this.notice;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>(this.problem ? '.problem' : 'h2')?.focus();
  }

  #change(change: Partial<NoticeDraft>): void {
    this.draft = { ...this.draft, ...change };
    keepDraft(this.#draftName, JSON.stringify({ ...this.draft, version: this.#version }));
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    const { notice } = this;
    const api = this.api();
    const saved = await this.#try(async (json) => {
      if (!notice) {
        const headers = this.#attempt.headersFor(JSON.stringify(this.draft));
        return (await api.notices.$post({ json }, { headers })).json();
      }
      const startsAt = json.startsAt ?? Date.now();
      const change = { ...json, startsAt, version: this.#version };
      return (await api.notices[':id'].$put({ param: { id: notice.id }, json: change })).json();
    });
    if (!saved) return;
    keepDraft(this.#draftName, '');
    fire(this, 'mado-notice-changed', { id: saved.id });
    location.hash = `#/notices/${saved.view}/${saved.id}`;
  }

  async #preview(): Promise<void> {
    this.preview = await this.#try(async (json) => (await this.api().notices.preview.$post({ json })).json());
    if (!this.preview) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.notice-preview h3')?.focus();
  }

  /** What a call gave for what is in the form; `null` after saying what is wrong, and where. */
  async #try<T>(call: (json: ReturnType<typeof inputOf>) => Promise<T>): Promise<T | null> {
    if (this.isSending) return null;
    const says = messages[this.language];
    this.errors = missingIn(this.draft, this.timeZone, says.errors);
    this.problem = Object.keys(this.errors).length > 0 ? says.errors.check : '';
    if (this.problem) return this.#showProblem();
    this.isSending = true;
    try {
      return await call(inputOf(this.draft, { now: Date.now(), timeZone: this.timeZone, before: this.notice }));
    } catch (error) {
      await this.#refuse(error);
      return await this.#showProblem();
    } finally {
      this.isSending = false;
    }
  }

  async #refuse(error: unknown): Promise<void> {
    const problem = error instanceof ApiProblem ? error : null;
    this.problem = this.explain(error);
    this.errors = Object.fromEntries(
      (problem?.problem.errors ?? []).map(({ pointer, detail }) => [fieldOf(pointer), detail]),
    );
    if (problem?.slug !== 'state-changed' || !this.notice) return;
    try {
      const answer = await this.api().notices[':id'].$get({ param: { id: this.notice.id } });
      this.there = await answer.json();
      this.#version = this.there.version;
    } catch {
      // Sent again, it is refused again, and looks again.
    }
  }

  async #showProblem(): Promise<null> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.problem')?.focus();
    return null;
  }

  #goTo(name: string): void {
    // An end that was chosen in words has no field of its own.
    const place = name === 'endsAt' && this.draft.end !== 'chosen' ? 'end' : name;
    const field = this.querySelector<HTMLElement>(`#${idOf(place)}`);
    (field?.querySelector<HTMLElement>('input') ?? field)?.focus();
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const { form } = says;
    const { draft, errors, language, timeZone } = this;
    const change = (changed: Partial<NoticeDraft>) => this.#change(changed);
    const parts = { draft, errors, language, timeZone, change };
    return html`<form class="form notice-form" novalidate @submit=${(event: Event) => this.#send(event)}>
      <h2 tabindex="-1">${this.notice ? form.edit : form.create}</h2>
      ${problemSummary(this.problem, this.errors, this.language, (name) => this.#goTo(name))}
      ${this.there ? noticeThere(this.there, this.language, this.timeZone) : nothing} ${whatFields(parts)}
      ${textFields(parts, 'ja')} ${textFields(parts, 'en')} ${whenFields(parts, this.notice !== null)}
      ${choicesField({
        name: 'categories',
        legend: form.categories,
        hint: form.categoriesHint,
        type: 'checkbox',
        choices: this.categories.map(({ slug, name }) => ({ value: slug, label: name[this.language] })),
        chosen: this.draft.categories,
        error: this.errors['categories'],
        onChoose: (slug, isChosen) => {
          const others = this.draft.categories.filter((other) => other !== slug);
          this.#change({ categories: isChosen ? [...others, slug] : others });
        },
      })}
      <p class="notice-send">
        <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>
          ${this.notice ? form.save : form.publish}
        </button>
        <button class="button" type="button" aria-disabled=${this.isSending} @click=${() => this.#preview()}>
          ${form.preview}
        </button>
        <a
          class="desk-link"
          href=${this.notice ? `#/notices/${this.notice.view}/${this.notice.id}` : '#/notices/current'}
          >${form.cancel}</a
        >
      </p>
      ${this.#previews()}
    </form>`;
  }

  #previews() {
    if (!this.preview) return nothing;
    const { form } = messages[this.language];
    // Rendered and escaped by the server, as for the public pages.
    return html`<section class="notice-preview" aria-labelledby="notice-preview">
      <h3 id="notice-preview" tabindex="-1">${form.previewTitle}</h3>
      <div class="notices" lang="ja">${unsafeHTML(this.preview.ja)}</div>
      <div class="notices" lang="en">${unsafeHTML(this.preview.en)}</div>
    </section>`;
  }
}

/** `#/title/ja` is the field `title-ja`, `#/categories/0` one of the categories. */
function fieldOf(pointer: string): string {
  const name = pointer.slice(2).replaceAll('/', '-');
  return name.replace(/^categories-.*/, 'categories');
}

customElements.define('mado-desk-notice-form', MadoDeskNoticeForm);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-notice-form': MadoDeskNoticeForm;
  }
}
