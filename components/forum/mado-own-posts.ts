import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { apiClient, ApiProblem } from '../../api/client.ts';
import type { OwnSubscription } from '../../api/forum/subscriptions/contract.ts';
import type { OwnStanding } from '../../api/moderation/contract.ts';
import { dateLocales } from '../../content/calendar.ts';
import { formText } from '../base/form-text.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { showProblem } from '../contact/form-errors.ts';
import { wordsFor } from './api-words.ts';
import { messages } from './own-messages.ts';
import { mailsPart, sanctionsPart, titleOf } from './own-parts.ts';

/**
 * One's own posts, as the page lists them: a second look is asked for without leaving it. With what a page alone does not
 * show: what limits one's posts, and the mails one gets.
 * @attr data-time-zone - the portal's own
 */
export class MadoOwnPosts extends LightElement {
  static override properties: PropertyDeclarations = {
    own: { state: true },
    subscriptions: { state: true },
    announcement: { state: true },
    isFailed: { state: true },
  };

  declare own: OwnStanding | null;
  declare subscriptions: readonly OwnSubscription[] | null;
  declare announcement: string;
  declare isFailed: boolean;

  #language = pageLanguage();
  #says = messages[this.#language];
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
    this.announcement = '';
    this.isFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      if (!form.closest('.own-appeal')) return;
      event.preventDefault();
      void this.#appeal(form);
    });
    for (const form of this.querySelectorAll<HTMLFormElement>('.own-appeal form')) form.noValidate = true;
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

  async #appeal(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const body = formText(fields, 'body');
    if (!body) return showProblem(form, this.#says.missing, [{ pointer: '#/body', detail: this.#says.missing }]);
    if (this.#isSending) return;
    this.#isSending = true;
    const post = form.closest<HTMLElement>('[data-post]')?.dataset['post'] ?? '';
    try {
      const param = { id: formText(fields, 'decision') };
      await this.#api.moderation.decisions[':id'].appeal.$post({ param, json: { body, post } });
      const said = document.createElement('p');
      said.className = 'notice';
      said.tabIndex = -1;
      said.textContent = this.#says.appealed;
      (form.closest('details') ?? form).replaceWith(said);
      said.focus();
    } catch (error) {
      showProblem(form, wordsFor(error), error instanceof ApiProblem ? (error.problem.errors ?? []) : []);
    } finally {
      this.#isSending = false;
    }
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
