import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ApiProblem } from '../../api/client.ts';
import { DeskElement } from './desk-element.ts';
import { deskProblem } from './desk-problem.ts';
import { messages } from './messages.ts';

/** An answer of the API that holds the item as it is now. */
type Answer<Item> = Promise<{ json(): Promise<Item> }>;

/**
 * One item at the desk, by its id. What extends it says how it is fetched and shown; a change that somebody else made
 * first is fetched and said, and nothing that was typed is lost.
 * @fires mado-signed-out
 */
export abstract class DeskDetail<Item extends object> extends DeskElement {
  static override properties: PropertyDeclarations = {
    itemId: { attribute: false },
    item: { state: true },
    problem: { state: true },
    announcement: { state: true },
    isSending: { state: true },
  };

  declare itemId: string;
  /** `null` until it is there. */
  declare item: Item | null;
  declare problem: string;
  declare announcement: string;
  declare isSending: boolean;

  protected abstract load(id: string, until: AbortSignal): Answer<Item>;
  protected abstract shown(item: Item): TemplateResult;
  /** Tells the list, by its event, that it is out of date. */
  protected abstract tell(id: string): void;

  #loading = new AbortController();
  /** Whether trying again might help: not where the item does not exist. */
  #canRetry = false;

  constructor() {
    super();
    this.itemId = '';
    this.item = null;
    this.problem = '';
    this.announcement = '';
    this.isSending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('itemId') || !this.itemId) return;
    this.item = null;
    void this.fetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
  }

  /** Fetches the item as it is now, and leads to its title. */
  protected async fetch(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const id = this.itemId;
    this.problem = '';
    this.announcement = '';
    try {
      const item = await (await this.load(id, signal)).json();
      if (signal.aborted) return;
      this.item = item;
      await this.updateComplete;
      this.arrive();
    } catch (error) {
      if (signal.aborted) return;
      this.#canRetry = !(error instanceof ApiProblem && error.problem.status === 404);
      this.problem = this.explain(error);
    }
  }

  /** The item is on the page. */
  protected arrive(): void {
    this.querySelector<HTMLElement>('.ticket-title')?.focus();
  }

  /** Whether a change succeeded; the item is then what the API answered, and `done` is said. */
  protected async change(call: (item: Item) => Answer<Item>, done: string): Promise<boolean> {
    const { item, itemId } = this;
    if (!item || this.isSending) return false;
    this.isSending = true;
    this.problem = '';
    try {
      const changed = await (await call(item)).json();
      this.tell(itemId);
      // Another may have been opened meanwhile.
      if (itemId !== this.itemId) return true;
      this.item = changed;
      this.announcement = done;
      return true;
    } catch (error) {
      if (itemId === this.itemId) await this.#refuse(error);
      return false;
    } finally {
      this.isSending = false;
      await this.updateComplete;
    }
  }

  /** Says what went wrong, beside the latest where somebody was faster. */
  async #refuse(error: unknown): Promise<void> {
    if (error instanceof ApiProblem && error.slug === 'state-changed') await this.fetch();
    this.problem = this.explain(error);
  }

  /** What a screen reader is told that is nowhere else on the page. */
  protected get status(): string {
    return this.announcement;
  }

  protected override render(): TemplateResult {
    const isLoading = !this.item && !this.problem;
    const retry = !this.item && this.#canRetry ? () => void this.fetch() : null;
    return html`<p class="visually-hidden" role="status">
        ${isLoading ? messages[this.language].loading : this.status}
      </p>
      ${deskProblem(this.problem, this.language, retry)} ${this.item ? this.shown(this.item) : nothing}`;
  }
}
