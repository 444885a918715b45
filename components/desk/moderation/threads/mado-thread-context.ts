import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { ForumPost } from '../../../../api/forum/contract.ts';
import type { Reviewable } from '../../../../api/moderation/contract.ts';
import { DeskElement } from '../../desk-element.ts';
import { hrefOf } from '../../desk-place.ts';
import { timeText } from '../../time-text.ts';
import { messages as itemMessages } from '../item-messages.ts';
import { messages } from '../messages.ts';
import { type Around, postsAround } from './posts-around.ts';

/** Whoever looks on for so long wants to know more. */
const dwellMs = 300;

/** What stands around a post in its thread, so that it can be judged by what it answers. */
export class MadoThreadContext extends DeskElement {
  static override properties: PropertyDeclarations = {
    post: { attribute: false },
    spoken: { attribute: false },
    found: { attribute: false },
    around: { state: true },
    isMissing: { state: true },
  };

  declare post: NonNullable<Reviewable['post']>;
  declare spoken: 'ja' | 'en';
  /** Told on which page of its thread the post stands. */
  declare found: (page: number) => void;
  declare around: Around | null;
  declare isMissing: boolean;
  #loading = new AbortController();
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.spoken = 'ja';
    this.around = null;
    this.isMissing = false;
    this.found = () => undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#soon);
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('post');
    if (!changed.has('post') || before?.id === this.post.id) return;
    this.around = null;
    this.isMissing = false;
    this.#loading.abort();
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#load(), dwellMs);
  }

  async #load(): Promise<void> {
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const around = await postsAround(this.api(signal), this.post);
      if (signal.aborted) return;
      this.around = around;
      this.found(around.page);
    } catch (error) {
      if (signal.aborted) return;
      this.explain(error);
      this.isMissing = true;
    }
  }

  protected override render(): TemplateResult {
    const says = itemMessages[this.language];
    const { around } = this;
    if (this.isMissing) return html`<p class="history-quiet">${says.contextMissing}</p>`;
    if (!around) return html`<p class="history-quiet">${says.contextLoading}</p>`;
    if (around.before.length + around.after.length === 0) return html`<p class="history-quiet">${says.contextNone}</p>`;
    return html`<ol class="context-posts">
      ${around.before.map((post) => this.#post(post))}
      <li class="context-here">${says.thisPost}</li>
      ${around.after.map((post) => this.#post(post))}
    </ol>`;
  }

  #post({ author, html: body, visibility, isOfficial, createdAt }: ForumPost) {
    const says = itemMessages[this.language];
    const name = author.name || messages[this.language].noName;
    return html`<li>
      <p class="message-head">
        <a href=${hrefOf('moderation', { view: 'member', id: author.id })}>${name}</a>
        ${isOfficial ? html`<span class="mark">${says.official}</span>` : nothing}
        ${visibility === 'visible' ? nothing : html`<span class="state">${messages[this.language].visibilities[visibility]}</span>`}
        <span class="desk-time">${timeText(createdAt, this.language, this.timeZone)}</span>
      </p>
      <div class="post-body" lang=${this.spoken}>${unsafeHTML(body)}</div>
    </li>`;
  }
}

customElements.define('mado-thread-context', MadoThreadContext);

declare global {
  interface HTMLElementTagNameMap {
    'mado-thread-context': MadoThreadContext;
  }
}
