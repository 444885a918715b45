import { html, nothing, type PropertyDeclarations, render, type TemplateResult } from 'lit';
import { apiClient, ApiProblem } from '../../api/client.ts';
import { pastedFiles } from '../attachments/pasted-files.ts';
import { KeptDraft } from '../base/kept-draft.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { clearErrors, localErrors, showProblem } from '../contact/form-errors.ts';
import { Attempt } from '../desk/attempt.ts';
import { isConverting } from '../search/composition.ts';
import { messages } from './editor-messages.ts';
import { draftPart, pictureList, previewPart } from './editor-parts.ts';
import { apply } from './marks.ts';
import { mostPictures, type Picture, Pictures } from './pictures.ts';
import { toolbar, tools } from './toolbar.ts';
import { draftOf, fillDraft, isWorthKeeping } from './written.ts';

/** What is sent of a form with a post in it. */
export interface Written {
  body: string;
  /** Ids of its pictures, in order. */
  pictures: string[];
  secondsTyping: number | undefined;
  fields: FormData;
  /** Makes a retry of the same content the same request. */
  headers: { 'Idempotency-Key': string };
}

/**
 * Around the field of a post: marks by buttons and keys, a preview, pictures that are chosen, pasted or dropped, and a
 * copy of everything typed that stays on the device until it is sent. Without it the form posts by itself.
 * @attr data-draft - what the copy is kept under: `reply-12`
 */
export class MadoPostEditor extends LightElement {
  static override properties: PropertyDeclarations = {
    preview: { state: true },
    isSending: { state: true },
    isDrafted: { state: true },
    announcement: { state: true },
    isSignedOut: { state: true },
  };

  /** Sends it; whatever it throws is explained here, and everything stays. Without it the browser sends the form. */
  send: ((written: Written) => Promise<void>) | null = null;
  declare preview: { html: string | null; problem: string } | null;
  declare isSending: boolean;
  declare isDrafted: boolean;
  declare announcement: string;
  declare isSignedOut: boolean;

  pictures: Pictures;
  #language = pageLanguage();
  #draft: KeptDraft | null = null;
  #attempt = new Attempt();
  #above = document.createElement('div');
  #below = document.createElement('div');
  #files = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', multiple: true });
  /** Seconds typed in an earlier sitting, and when the first key of this one was pressed. */
  #secondsBefore = 0;
  #typingSince: number | null = null;
  #leaving = new AbortController();

  constructor() {
    super();
    this.preview = null;
    this.isSending = false;
    this.isDrafted = false;
    this.announcement = '';
    this.isSignedOut = false;
    this.pictures = new Pictures({
      language: this.#language,
      onChange: () => {
        this.requestUpdate();
        this.#keep();
      },
      announce: (text) => (this.announcement = text),
    });
  }

  get field(): HTMLTextAreaElement {
    const field = this.querySelector('textarea');
    if (!field) throw new Error('<mado-post-editor> needs a textarea inside');
    return field;
  }

  get form(): HTMLFormElement {
    const form = this.closest('form');
    if (!form) throw new Error('<mado-post-editor> needs a form around it');
    return form;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { field, form } = this;
    const { signal } = (this.#leaving = new AbortController());
    // Beside the field, which stays where it is: moved, it would lose what is being typed.
    field.before(this.#above);
    field.after(this.#below);
    form.noValidate = true;
    form.addEventListener('submit', (event) => void this.#submit(event), { signal });
    form.addEventListener('input', () => this.#typed(), { signal });
    field.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    field.addEventListener('paste', (event) => this.#onPaste(event), { signal });
    this.addEventListener(
      'dragover',
      (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault(),
      { signal },
    );
    this.addEventListener('drop', (event) => this.#onDrop(event), { signal });
    this.#files.addEventListener('change', () => this.#choose(), { signal });
    if (this.dataset['draft'] && !this.#draft) this.#restore(this.dataset['draft']);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  /** Puts words in, below what is there. */
  write(text: string): void {
    const { value } = this.field;
    const from = value.length;
    const gap = value === '' || value.endsWith('\n\n') ? '' : value.endsWith('\n') ? '\n' : '\n\n';
    const end = from + gap.length + text.length;
    apply(this.field, { from, to: from, text: gap + text, selected: [end, end] });
  }

  /** Nothing of what was written stays, here or on the device. */
  clear(): void {
    this.form.reset();
    clearErrors(this.form);
    this.pictures.clear();
    this.#draft?.forget();
    this.#typingSince = null;
    this.#secondsBefore = 0;
    this.preview = null;
    this.isDrafted = false;
    this.isSignedOut = false;
  }

  #restore(name: string): void {
    this.#draft = new KeptDraft(`mado-forum-draft-${name}`);
    const draft = this.#draft.read();
    if (!draft) return;
    fillDraft(this.form, draft);
    this.#secondsBefore = Number(draft['seconds'] ?? 0);
    this.pictures.take(JSON.parse(draft['pictures'] ?? '[]') as Picture[]);
    this.isDrafted = true;
  }

  #typed(): void {
    this.#typingSince ??= Date.now();
    this.#keep();
  }

  #keep(): void {
    if (!this.#draft || !this.isConnected) return;
    const fields = draftOf(this.form);
    this.isDrafted = isWorthKeeping(fields) || this.pictures.all.length > 0;
    if (!this.isDrafted) return this.#draft.forget();
    this.#draft.keep({ ...fields, pictures: JSON.stringify(this.pictures.all), seconds: String(this.#seconds ?? 0) });
  }

  get #seconds(): number | undefined {
    if (this.#typingSince === null) return this.#secondsBefore || undefined;
    return Math.min(86_400, this.#secondsBefore + Math.round((Date.now() - this.#typingSince) / 1000));
  }

  #onKey(event: KeyboardEvent): void {
    if (isConverting(event) || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    const tool = tools.find(({ key }) => key === event.key.toLowerCase());
    if (event.key !== 'Enter' && !tool) return;
    event.preventDefault();
    if (tool) this.#use(tool);
    else this.form.requestSubmit();
  }

  #use(tool: (typeof tools)[number]): void {
    if (this.preview) return;
    const { value, selectionStart: from, selectionEnd: to } = this.field;
    apply(this.field, tool.edit({ value, from, to }, messages[this.#language]));
  }

  #onPaste(event: ClipboardEvent): void {
    const files = pastedFiles(event, this.#language, this.pictures.all.length);
    if (files.length === 0) return;
    event.preventDefault();
    void this.pictures.add(files);
  }

  #onDrop(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.pictures.add(files);
  }

  #choose(): void {
    const files = [...(this.#files.files ?? [])];
    this.#files.value = '';
    void this.pictures.add(files);
  }

  async #togglePreview(): Promise<void> {
    if (this.preview) {
      this.preview = null;
      await this.updateComplete;
      this.field.focus();
      return;
    }
    const says = messages[this.#language];
    const body = this.field.value.trim();
    this.preview = { html: body ? null : '', problem: '' };
    if (!body) return;
    try {
      const answer = await apiClient(this.#language).api.forum.preview.$post({ json: { body } });
      if (this.preview) this.preview = { html: (await answer.json()).html, problem: '' };
      this.announcement = says.previewed;
    } catch {
      if (this.preview) this.preview = { html: null, problem: says.noPreview };
    }
  }

  async #submit(event: SubmitEvent): Promise<void> {
    if (!this.send || event.defaultPrevented) return;
    event.preventDefault();
    if (this.isSending) return;
    const says = messages[this.#language];
    const { form } = this;
    this.preview = null;
    await this.updateComplete;
    const errors = localErrors(form, this.#language);
    if (errors.length > 0) return showProblem(form, says.check, errors);
    clearErrors(form);
    if (this.pictures.isSending) {
      this.announcement = says.waitForPictures;
      return;
    }
    this.isSending = true;
    this.isSignedOut = false;
    const pictures = this.pictures.all.map(({ id }) => id);
    const content = JSON.stringify([draftOf(form), pictures]);
    try {
      await this.send({
        body: this.field.value,
        pictures,
        secondsTyping: this.#seconds,
        fields: new FormData(form),
        headers: this.#attempt.headersFor(content),
      });
      this.#attempt.end();
      this.clear();
    } catch (error) {
      this.#explain(error);
    } finally {
      this.isSending = false;
    }
  }

  #explain(error: unknown): void {
    const says = messages[this.#language];
    this.#keep();
    if (!(error instanceof ApiProblem)) return showProblem(this.form, says.unreachable, []);
    const { problem, slug } = error;
    this.isSignedOut = slug === 'not-signed-in';
    if (this.isSignedOut) return showProblem(this.form, says.signedOut, []);
    if (slug === 'state-changed') return showProblem(this.form, says.changed, []);
    const errors = problem.errors ?? [];
    const gone = errors.flatMap(({ pointer }) => /^#\/pictures\/(\d+)$/.exec(pointer)?.[1] ?? []);
    if (gone.length > 0) this.pictures.drop(gone.map(Number));
    showProblem(this.form, problem.detail ?? problem.title, errors);
  }

  #startOver(): void {
    this.clear();
    this.announcement = messages[this.#language].startedOver;
    this.field.focus();
  }

  protected override updated(): void {
    const { field, preview } = this;
    const language = this.#language;
    field.hidden = preview !== null;
    const button = this.form.querySelector('button[type=submit], button:not([type])');
    button?.setAttribute('aria-disabled', String(this.isSending));
    render(
      toolbar(language, {
        isPreviewing: preview !== null,
        mayAddPictures: this.pictures.all.length < mostPictures,
        onTool: (tool) => this.#use(tool),
        onPicture: () => this.#files.click(),
        onPreview: () => void this.#togglePreview(),
      }),
      this.#above,
    );
    render(
      html`${preview ? previewPart(language, preview) : nothing}
      ${pictureList(language, this.pictures, (picture) => this.#remove(picture))}
      ${this.isDrafted ? draftPart(language, () => this.#startOver()) : nothing}`,
      this.#below,
    );
  }

  #remove(picture: Picture): void {
    this.pictures.remove(picture);
    this.field.focus();
  }

  protected override render(): TemplateResult {
    const says = messages[this.#language];
    const here = encodeURIComponent(location.pathname + location.search);
    return html`<p class="form-note editor-keys">${says.keys}</p>
      ${
        this.isSignedOut
          ? html`<p><a class="button" href="/${this.#language}/members/sign-in/?then=${here}">${says.signIn}</a></p>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.isSending ? says.sending : this.announcement}</p>`;
  }
}

customElements.define('mado-post-editor', MadoPostEditor);

declare global {
  interface HTMLElementTagNameMap {
    'mado-post-editor': MadoPostEditor;
  }
}
