import { html, nothing, type PropertyDeclarations, render, type TemplateResult } from 'lit';
import { apiClient } from '../../api/client.ts';
import type { OwnSubscription } from '../../api/forum/subscriptions/contract.ts';
import type { OwnStanding } from '../../api/moderation/contract.ts';
import { dateLocales } from '../../content/calendar.ts';
import { formText } from '../base/form-text.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { wordsFor } from './api-words.ts';
import { messages } from './own-messages.ts';
import { mailsPart, sanctionsPart, titleOf } from './own-parts.ts';

type Post = OwnStanding['posts'][number];

/**
 * One's own posts, as the page lists them, with what a page alone cannot do: revising, asking for a second look, what
 * limits one's posts, and the mails one gets.
 * @attr data-time-zone - the portal's own
 */
export class MadoOwnPosts extends LightElement {
  static override properties: PropertyDeclarations = {
    own: { state: true },
    subscriptions: { state: true },
    asking: { state: true },
    problem: { state: true },
    announcement: { state: true },
    isFailed: { state: true },
  };

  declare own: OwnStanding | null;
  declare subscriptions: readonly OwnSubscription[] | null;
  /** The post that a second look is being asked for: one decision may be on several. */
  declare asking: string | null;
  declare problem: string;
  declare announcement: string;
  declare isFailed: boolean;

  #language = pageLanguage();
  #says = messages[this.#language];
  #places = new Map<string, HTMLElement>();
  #time = new Intl.DateTimeFormat(dateLocales[this.#language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: this.dataset['timeZone'],
  });
  #isSending = false;

  constructor() {
    super();
    this.own = null;
    this.subscriptions = null;
    this.asking = null;
    this.problem = '';
    this.announcement = '';
    this.isFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Nothing is listed for whoever is not signed in: the page asks them to.
    if (this.querySelector('[data-post], .forum-none')) void this.#load();
  }

  get #api() {
    return apiClient(this.#language).api;
  }

  async #load(): Promise<void> {
    const [own, subscriptions] = await Promise.allSettled([
      this.#api.moderation.own.$get().then(async (answer) => answer.json()),
      this.#api.forum.subscriptions.$get().then(async (answer) => answer.json()),
    ]);
    if (own.status === 'fulfilled') this.own = own.value;
    if (subscriptions.status === 'fulfilled') this.subscriptions = subscriptions.value.subscriptions;
    this.isFailed = own.status === 'rejected' || subscriptions.status === 'rejected';
  }

  async #appeal(event: SubmitEvent, decision: string, post: string): Promise<void> {
    event.preventDefault();
    const body = formText(new FormData(event.currentTarget as HTMLFormElement), 'body');
    if (!body) {
      this.problem = this.#says.missing;
      return;
    }
    if (this.#isSending) return;
    this.#isSending = true;
    this.problem = '';
    try {
      await this.#api.moderation.decisions[':id'].appeal.$post({ param: { id: decision }, json: { body, post } });
      this.asking = null;
      this.announcement = this.#says.appealed;
      await this.#load();
    } catch (error) {
      this.problem = wordsFor(error);
    } finally {
      this.#isSending = false;
    }
  }

  async #ask(post: string, isAsking = true): Promise<void> {
    this.asking = isAsking ? post : null;
    this.problem = '';
    await this.updateComplete;
    this.#places
      .get(post)
      ?.querySelector<HTMLElement>(isAsking ? 'textarea' : 'button')
      ?.focus();
  }

  async #stop(subscription: OwnSubscription): Promise<void> {
    const { language, board, thread } = subscription;
    const title = titleOf(this.#language, subscription);
    const before = this.subscriptions;
    // It can be asked for again: gone at once, and back should it not arrive.
    this.subscriptions = (before ?? []).filter((other) => other !== subscription);
    this.announcement = this.#says.stopped(title);
    try {
      const { threads, boards } = this.#api.forum;
      if (thread) {
        await threads[':number{[0-9]{1,9}}'].subscription.$delete({ param: { number: String(thread.number) } });
      } else await boards[':language{ja|en}'][':board'].subscription.$delete({ param: { language, board } });
    } catch (error) {
      this.subscriptions = before;
      this.announcement = wordsFor(error);
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('#own-subscriptions')?.focus();
  }

  protected override updated(): void {
    for (const post of this.own?.posts ?? []) {
      const item = this.querySelector(`[data-post="${post.id}"]`);
      if (!item) continue;
      const place = this.#places.get(post.id) ?? item.appendChild(document.createElement('div'));
      this.#places.set(post.id, place);
      render(this.#about(post), place);
    }
  }

  #about(post: Post): TemplateResult {
    const says = this.#says;
    const { decision, visibility, id } = post;
    return html`${
      visibility === 'returned'
        ? html`<p><a class="button" href="/${this.#language}/forum/posts/${id}/edit">${says.revise}</a></p>`
        : nothing
    }
    ${decision?.appeal ? this.#appealed(decision.appeal) : nothing}
    ${decision?.mayAppeal ? this.#appealing(post, decision.id) : nothing}`;
  }

  #appealed({ state, answer }: NonNullable<NonNullable<Post['decision']>['appeal']>): TemplateResult {
    const says = this.#says;
    return html`<p class="notice">
      ${says.appeals[state]}${answer ? html`<br />${says.answer}: ${answer}` : nothing}
    </p>`;
  }

  #appealing({ id, title }: Post, decision: string): TemplateResult {
    const says = this.#says;
    const field = `appeal-${id}`;
    if (this.asking !== id) {
      return html`<p>
        <button class="button" type="button" @click=${() => void this.#ask(id)}>
          ${says.appeal}<span class="visually-hidden">: ${title}</span>
        </button>
      </p>`;
    }
    return html`<form class="form" novalidate @submit=${(event: SubmitEvent) => void this.#appeal(event, decision, id)}>
      <p>${says.appealLead}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="field">
        <label for=${field}>${says.appealLabel}</label>
        <textarea id=${field} name="body" rows="4" maxlength="2000" required></textarea>
      </div>
      <p class="form-send">
        <button class="button" data-primary type="submit">${says.send}</button>
        <button class="button" type="button" @click=${() => void this.#ask(id, false)}>${says.cancel}</button>
      </p>
    </form>`;
  }

  protected override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.announcement}</p>
      ${this.isFailed ? html`<p class="notice">${this.#says.failed}</p>` : nothing}
      ${this.own ? sanctionsPart(this.#language, this.own.standing, this.#time) : nothing}
      ${this.subscriptions ? mailsPart(this.#language, this.subscriptions, (one) => void this.#stop(one)) : nothing}`;
  }
}

customElements.define('mado-own-posts', MadoOwnPosts);

declare global {
  interface HTMLElementTagNameMap {
    'mado-own-posts': MadoOwnPosts;
  }
}
