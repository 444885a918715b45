import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../desk-element.ts';
import { timeText } from '../time-text.ts';
import { messages as itemMessages } from './item-messages.ts';

/** A text to be read beside a post. */
interface Other {
  /** Whose it is, or who changed it, when and why. */
  head: string;
  title: string | null;
  body: string;
}

/** What a post said before it was edited, or what the post says that it is nearly the same as; asked for once it is opened. */
export class MadoOtherText extends DeskElement {
  static override properties: PropertyDeclarations = {
    post: { attribute: false },
    of: { attribute: false },
    spoken: { attribute: false },
    texts: { state: true },
    isMissing: { state: true },
  };

  /** The id of the post. */
  declare post: string;
  /** `edits`: what it said before; `source`: what it says. */
  declare of: 'edits' | 'source';
  declare spoken: 'ja' | 'en';
  declare texts: readonly Other[] | null;
  declare isMissing: boolean;

  constructor() {
    super();
    this.post = '';
    this.of = 'edits';
    this.spoken = 'ja';
    this.texts = null;
    this.isMissing = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('post')) return;
    this.texts = null;
    this.isMissing = false;
    this.querySelector('details')?.removeAttribute('open');
  }

  #onToggle = async ({ target }: Event) => {
    if (!(target as HTMLDetailsElement).open || this.texts) return;
    const { post } = this;
    try {
      const texts = await this.#load(post);
      if (post === this.post) this.texts = texts;
    } catch (error) {
      this.explain(error);
      this.isMissing = true;
    }
  };

  async #load(id: string): Promise<Other[]> {
    const calls = this.api().forum.posts[':id'];
    const param = { id };
    if (this.of === 'source') {
      const { title, body } = await (await calls.source.$get({ param })).json();
      return [{ head: '', title, body }];
    }
    const says = itemMessages[this.language];
    const { revisions } = await (await calls.revisions.$get({ param })).json();
    return revisions.map(({ by, at, reason, title, body }) => ({
      head: [says.changedBy(by, timeText(at, this.language, this.timeZone)), reason ?? ''].filter(Boolean).join(' · '),
      title,
      body: body ?? '',
    }));
  }

  protected override render(): TemplateResult {
    const says = itemMessages[this.language];
    return html`<details class="message-quoted" @toggle=${this.#onToggle}>
      <summary>${this.of === 'edits' ? says.before : says.twin}</summary>
      ${
        this.texts === null
          ? html`<p class="history-quiet" role="status">${this.isMissing ? says.textMissing : says.textLoading}</p>`
          : this.texts.map(
              ({ head, title, body }) =>
                html`${head ? html`<p class="history-quiet">${head}</p>` : nothing}
                  ${title ? html`<p lang=${this.spoken}><strong>${title}</strong></p>` : nothing}
                  <pre class="post-source" lang=${this.spoken} tabindex="0">${body}</pre>`,
            )
      }
    </details>`;
  }
}

customElements.define('mado-other-text', MadoOtherText);

declare global {
  interface HTMLElementTagNameMap {
    'mado-other-text': MadoOtherText;
  }
}
