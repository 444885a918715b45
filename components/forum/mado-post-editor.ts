import { html, nothing, type PropertyDeclarations, render, type TemplateResult } from 'lit';
import { ApiProblem } from '../../api/client.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { clearErrors, localErrors, showProblem } from '../contact/form-errors.ts';
import { Attempt } from '../desk/attempt.ts';
import { isConverting } from '../search/composition.ts';
import { messages } from './editor-messages.ts';
import { draftPart, pictureList, previewPart, signInPart } from './editor-parts.ts';
import { drawnPost, explainFailure } from './editor-answers.ts';
import { apply } from './marks.ts';
import { takePictures } from './picture-ways.ts';
import { mostPictures, type Picture, Pictures } from './pictures.ts';
import { PostDraft } from './post-draft.ts';
import { toolbar, tools } from './toolbar.ts';
import { draftOf, type Written } from './written.ts';

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
  #draft = new PostDraft();
  #attempt = new Attempt();
  #above = document.createElement('div');
  #below = document.createElement('div');
  #choosePictures = () => {};
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
    form.addEventListener('input', () => this.#keep(true), { signal });
    field.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    this.#choosePictures = takePictures(this.pictures, { around: this, field, language: this.#language, signal });
    const kept = this.#draft.restore(this.dataset['draft'], form);
    if (!kept) return;
    this.pictures.take(kept);
    this.isDrafted = true;
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
    this.#draft.forget();
    this.preview = null;
    this.isDrafted = false;
    this.isSignedOut = false;
  }

  #keep(isTyped = false): void {
    if (isTyped) this.#draft.typed();
    if (!this.isConnected) return;
    this.isDrafted = this.#draft.keep(this.form, this.pictures.all) ?? this.isDrafted;
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

  async #togglePreview(): Promise<void> {
    if (this.preview) {
      this.preview = null;
      await this.updateComplete;
      this.field.focus();
      return;
    }
    const body = this.field.value.trim();
    this.preview = { html: body ? null : '', problem: '' };
    if (!body) return;
    const drawn = await drawnPost(body, this.#language);
    if (this.preview) this.preview = drawn;
    if (!drawn.problem) this.announcement = messages[this.#language].previewed;
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
        secondsTyping: this.#draft.seconds,
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
    this.#keep();
    this.isSignedOut = error instanceof ApiProblem && error.slug === 'not-signed-in';
    explainFailure(error, this.form, this.pictures, this.#language);
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
        onPicture: () => this.#choosePictures(),
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
    return html`<p class="form-note editor-keys">${says.keys}</p>
      ${this.isSignedOut ? signInPart(this.#language) : nothing}
      <p class="visually-hidden" role="status">${this.isSending ? says.sending : this.announcement}</p>`;
  }
}

customElements.define('mado-post-editor', MadoPostEditor);

declare global {
  interface HTMLElementTagNameMap {
    'mado-post-editor': MadoPostEditor;
  }
}
