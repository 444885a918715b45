import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FieldError } from '../../api/problem.ts';
import type { Language } from '../../content/schema/languages.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { attachmentList } from './attachment-list.ts';
import { attachmentLimits, megabytes } from './limits.ts';
import { messages } from './messages.ts';
import { pastedFiles } from './pasted-files.ts';
import { sendForm } from './send-form.ts';

/**
 * A file field with what the browser's own lacks: files are added one after the other, dropped on the form or pasted
 * into its text, listed with their size, and taken out again. The field itself holds what is chosen, so the form sends
 * it with and without this element. A form with `data-then` is sent from here, so that its reader sees how far it is.
 */
export class MadoAttachments extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    files: { state: true },
    errors: { state: true },
    sentBytes: { state: true },
    announcement: { state: true },
    refusal: { state: true },
  };

  declare language: Language;
  declare files: readonly File[];
  /** What the API found wrong with files that are still chosen. */
  declare errors: ReadonlyMap<File, string>;
  /** How much has left; `null` while nothing is being sent. */
  declare sentBytes: number | null;
  declare announcement: string;
  declare refusal: string;

  #listening = new AbortController();

  constructor() {
    super();
    this.language = pageLanguage();
    this.files = [];
    this.errors = new Map();
    this.sentBytes = null;
    this.announcement = '';
    this.refusal = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const form = this.closest('form');
    this.addEventListener('change', ({ target }) => (target === this.#input ? this.#take() : undefined), { signal });
    form?.addEventListener('paste', (event) => this.#paste(event), { signal });
    form?.addEventListener('dragover', (event) => this.#dragOver(event), { signal });
    form?.addEventListener('dragleave', () => this.classList.remove('takes-drop'), { signal });
    form?.addEventListener('drop', (event) => this.#drop(event), { signal });
    form?.addEventListener('submit', (event) => this.#submit(event), { signal });
    form?.addEventListener('reset', () => this.clear(), { signal });
    // What was chosen before this arrived.
    if (this.#input?.files?.length) this.#take();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  /** Whether everything that is chosen may be sent, as far as can be told here. */
  get isFine(): boolean {
    return this.files.every((file) => !this.#wrongWith(file)) && !this.#isTooMuch;
  }

  /** Leads to the list of files. */
  lead(): void {
    this.#input?.focus();
  }

  /** Shows what the API found wrong, file by file. */
  fail(errors: readonly FieldError[]): void {
    const found = errors.flatMap(({ pointer, detail }) => {
      const file = this.files[Number(/^#\/files\/(\d+)$/.exec(pointer)?.[1] ?? NaN)];
      return file ? [[file, detail] as const] : [];
    });
    this.errors = new Map(found);
  }

  /** Chooses these files in place of those that were chosen. */
  put(files: readonly File[]): void {
    this.#put(files);
  }

  clear(): void {
    this.#put([]);
    this.errors = new Map();
    this.refusal = '';
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input[type=file]');
  }

  get #isTooMuch(): boolean {
    return this.files.reduce((sum, { size }) => sum + size, 0) > attachmentLimits.totalBytes;
  }

  /** The field holds only what was chosen last: it is added to what was there. */
  #take(): void {
    const chosen = [...(this.#input?.files ?? [])];
    // Closed without choosing: what was there stays.
    if (chosen.length === 0) this.#put(this.files);
    else this.#add(chosen);
  }

  #add(chosen: readonly File[]): void {
    const isNew = (file: File) =>
      !this.files.some(
        ({ name, size, lastModified }) =>
          name === file.name && size === file.size && lastModified === file.lastModified,
      );
    const added = chosen.filter(isNew).slice(0, attachmentLimits.number - this.files.length);
    const says = messages[this.language];
    this.refusal = added.length < chosen.filter(isNew).length ? says.tooMany(attachmentLimits.number) : '';
    this.#put([...this.files, ...added]);
    if (added.length > 0) this.announcement = says.added(added.length);
  }

  #put(files: readonly File[]): void {
    this.files = files;
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    if (this.#input) this.#input.files = held.files;
  }

  #submit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (form.dataset['then'] === undefined || this.files.length === 0) return;
    event.preventDefault();
    if (this.isFine && this.sentBytes === null) void this.#send(form);
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const says = messages[this.language];
    this.sentBytes = 0;
    this.refusal = '';
    this.announcement = says.sending;
    const { files, language } = this;
    const onProgress = (bytes: number) => {
      this.sentBytes = bytes;
    };
    const errors = await sendForm({ form, files, language, onProgress });
    if (errors === null) return;
    this.sentBytes = null;
    if (errors !== 'failed') this.fail(errors);
    if (this.errors.size === 0) this.refusal = says.failed;
  }

  #paste(event: ClipboardEvent): void {
    const pasted = pastedFiles(event, this.language, this.files.length);
    if (pasted.length === 0) return;
    event.preventDefault();
    this.#add(pasted);
  }

  #dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.classList.add('takes-drop');
  }

  #drop(event: DragEvent): void {
    this.classList.remove('takes-drop');
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length === 0) return;
    event.preventDefault();
    this.#add(dropped);
  }

  async #remove(file: File): Promise<void> {
    const index = this.files.indexOf(file);
    this.refusal = '';
    this.#put(this.files.filter((other) => other !== file));
    this.announcement = messages[this.language].removed(file.name);
    await this.updateComplete;
    const buttons = this.querySelectorAll<HTMLElement>('.form-remove');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.#input)?.focus();
  }

  #wrongWith(file: File): string {
    const says = messages[this.language];
    if (file.size === 0) return says.empty;
    if (file.size > attachmentLimits.fileBytes) return says.tooLarge(megabytes(attachmentLimits.fileBytes));
    return '';
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const refusal = this.#isTooMuch ? says.tooMuch(megabytes(attachmentLimits.totalBytes)) : this.refusal;
    return html`<p class="attachment-drop" aria-hidden="true">${says.drop}</p>
      <p class="visually-hidden" role="status">${this.announcement}</p>
      ${refusal ? html`<p class="field-error" role="alert">${refusal}</p>` : nothing}
      ${attachmentList(this.files, this.language, {
        sentBytes: this.sentBytes,
        wrongWith: (file) => this.#wrongWith(file) || this.errors.get(file),
        onRemove: (file) => void this.#remove(file),
      })}`;
  }
}

customElements.define('mado-attachments', MadoAttachments);

declare global {
  interface HTMLElementTagNameMap {
    'mado-attachments': MadoAttachments;
  }
}
