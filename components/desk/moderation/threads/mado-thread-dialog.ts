import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Thread } from '../../../../api/forum/contract.ts';
import type { Reviewable, ThreadActResult } from '../../../../api/moderation/contract.ts';
import { ModerationDialog } from '../moderation-dialog.ts';
import { type ActName, actNames, messages } from './messages.ts';

type Post = NonNullable<Reviewable['post']>;
const switched = ['lock', 'pin', 'archive'] as const;
type Switched = (typeof switched)[number];

const isSwitched = (act: ActName | null): act is Switched => (switched as readonly (ActName | null)[]).includes(act);

/** What is done with a whole thread: the figure of an act is enough where nothing else has to be said. */
export class MadoThreadDialog extends ModerationDialog {
  static override properties: PropertyDeclarations = {
    ...ModerationDialog.properties,
    post: { attribute: false },
    acted: { attribute: false },
    thread: { state: true },
    chosen: { state: true },
  };

  declare post: Post;
  /** Told what was done, and by which decision it can be undone; a draft is made anew instead. */
  declare acted: (text: string, result: ThreadActResult | null) => void;
  declare thread: Thread | null;
  declare chosen: ActName | null;

  constructor() {
    super();
    this.thread = null;
    this.chosen = null;
  }

  protected override get heading(): string {
    return messages[this.language].title;
  }

  protected override get button(): string {
    return messages[this.language].send;
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const param = { number: String(this.post.thread) };
      this.thread = await (await this.api().forum.threads[':number{[0-9]{1,9}}'].$get({ param, query: {} })).json();
      await this.updateComplete;
      this.querySelector<HTMLElement>('[name=act]')?.focus();
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  get #acts(): readonly ActName[] {
    const { post, thread } = this;
    const mayDraft = thread?.accepted && !thread.article;
    return actNames.filter((act) => (act === 'split' ? !post.isOpening : act !== 'draft' || mayDraft));
  }

  #isOn(act: Switched): boolean {
    const { thread } = this;
    return { lock: thread?.isLocked, pin: thread?.isPinned, archive: thread?.lane === 'archived' }[act] ?? false;
  }

  protected override onFigure(figure: number): boolean {
    const act = this.#acts[figure - 1];
    if (!act || !this.thread) return false;
    this.chosen = act;
    void this.updateComplete.then(() => {
      if (isSwitched(act) || act === 'draft') return this.submit();
      this.querySelector<HTMLElement>('.act-more :is(select, input)')?.focus();
      return undefined;
    });
    return true;
  }

  protected override async act(text: (name: string) => string): Promise<boolean> {
    const says = messages[this.language];
    const { chosen, thread } = this;
    if (!thread || !chosen) return this.miss('act', says.actNeeded);
    const calls = this.api().moderation.threads[':number{[0-9]{1,9}}'];
    const param = { number: String(thread.number) };
    if (chosen === 'draft') {
      const { files } = await (await calls['article-draft'].$post({ param })).json();
      this.acted(says.drafted(files[0] ?? ''), null);
      return true;
    }
    const { version } = thread;
    const tell = async (done: keyof typeof says.done, answer: Promise<{ json(): Promise<ThreadActResult> }>) => {
      const result = await (await answer).json();
      this.acted(says.done[done](result.thread), result);
      return true;
    };
    if (isSwitched(chosen)) {
      const json = { version };
      const isOn = this.#isOn(chosen);
      const answer = isOn ? calls[chosen].$delete({ param, json }) : calls[chosen].$put({ param, json });
      return tell(isOn ? `un${chosen}` : chosen, answer);
    }
    if (chosen === 'move') return tell('move', calls.board.$put({ param, json: { version, board: text('board') } }));
    if (chosen === 'merge') {
      const into = Number(text('into'));
      if (!Number.isInteger(into) || into < 1) return this.miss('into', says.intoNeeded);
      return tell('merge', calls.merge.$post({ param, json: { version, into } }));
    }
    const title = text('title');
    if (!title) return this.miss('title', says.newTitleNeeded);
    return tell('split', calls.split.$post({ param, json: { version, posts: [this.post.id], title } }));
  }

  protected override fields(): TemplateResult {
    const says = messages[this.language];
    const { thread, chosen } = this;
    if (!thread) return html`<p role="status">${this.problem ? '' : says.loading}</p>`;
    return html`<p class="dialog-about" lang=${thread.language}>${thread.title}</p>
      <fieldset class="ticket-choices rule-choices" aria-describedby="dialog-problem">
        <legend>${says.act}</legend>
        ${this.#acts.map(
          (act, index) =>
            html`<label
              ><input
                type="radio"
                name="act"
                value=${act}
                .checked=${chosen === act}
                aria-invalid=${this.wrong === 'act'}
                @change=${() => (this.chosen = act)}
              /><span>${isSwitched(act) && this.#isOn(act) ? says.undoing[act] : says.acts[act]}</span
              ><kbd aria-hidden="true">${index + 1}</kbd></label
            >`,
        )}
      </fieldset>
      <div class="act-more">${this.#more(thread)}</div>`;
  }

  #more({ board }: Thread) {
    const says = messages[this.language];
    if (this.chosen === 'move') {
      const boards = (this.forum?.boards ?? []).filter((slug) => slug !== board);
      const nameOf = (slug: string) =>
        this.categories.find((category) => category.slug === slug)?.name[this.language] ?? slug;
      return html`<div class="field">
        <label for="dialog-board">${says.board}</label>
        <select id="dialog-board" name="board">
          ${boards.map((slug) => html`<option value=${slug}>${nameOf(slug)}</option>`)}
        </select>
      </div>`;
    }
    if (this.chosen === 'merge') return this.#line('into', says.into, says.intoHint);
    return this.chosen === 'split' ? this.#line('title', says.newTitle, '') : nothing;
  }

  #line(name: 'into' | 'title', label: string, hint: string) {
    return html`<div class="field">
      <label for=${`dialog-${name}`}>${label}</label>
      ${hint ? html`<p class="field-hint" id=${`dialog-${name}-hint`}>${hint}</p>` : nothing}
      <input
        id=${`dialog-${name}`}
        name=${name}
        inputmode=${name === 'into' ? 'numeric' : nothing}
        maxlength="120"
        autocomplete="off"
        lang=${this.thread?.language ?? this.language}
        aria-invalid=${this.wrong === name}
        aria-describedby=${hint ? `dialog-${name}-hint dialog-problem` : 'dialog-problem'}
      />
    </div>`;
  }
}

customElements.define('mado-thread-dialog', MadoThreadDialog);

declare global {
  interface HTMLElementTagNameMap {
    'mado-thread-dialog': MadoThreadDialog;
  }
}
