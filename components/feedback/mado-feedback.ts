import { html, nothing, type PropertyDeclarations } from 'lit';
import { ApiProblem, apiClient } from '../../api/client.ts';
import type { VoteInput, VoteReason } from '../../api/feedback/contract.ts';
import { formText } from '../base/form-text.ts';
import { LightElement } from '../base/light-element.ts';
import { newKey } from '../base/new-key.ts';
import { pageLanguage } from '../base/page.ts';
import { fire } from '../events.ts';
import { messages } from './messages.ts';

type Step = { kind: 'question' } | { kind: 'voted'; voteId: string; isHelpful: boolean } | { kind: 'explained' };

/**
 * Takes a reader's vote without leaving the page, then asks why if it was no. Without it, the form posts by itself.
 * @fires mado-vote
 * @fires mado-vote-explained
 */
export class MadoFeedback extends LightElement {
  static override properties: PropertyDeclarations = { step: { state: true }, problem: { state: true } };

  declare step: Step;
  declare problem: string;

  #language = pageLanguage();
  #isSending = false;
  /** One key for one vote: sent again after a failure, it is still the same vote. */
  #key = newKey();

  constructor() {
    super();
    this.step = { kind: 'question' };
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      const button = event.submitter;
      if (button instanceof HTMLButtonElement) void this.#vote(button.value === 'yes');
    });
  }

  async #vote(isHelpful: boolean): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      await this.#sendVote(isHelpful);
    } finally {
      this.#isSending = false;
    }
  }

  async #sendVote(isHelpful: boolean): Promise<void> {
    const form = this.querySelector<HTMLFormElement>('#feedback');
    if (!form) return;
    const fields = new FormData(form);
    const vote = {
      language: this.#language,
      kind: formText(fields, 'kind') as VoteInput['kind'],
      slug: formText(fields, 'slug'),
      helpful: isHelpful ? ('yes' as const) : ('no' as const),
    };
    const sent = await this.#try(async () => {
      const answer = await apiClient(this.#language).api.feedback.votes.$post(
        { json: vote },
        { headers: { 'Idempotency-Key': `${this.#key}-${vote.helpful}` } },
      );
      return answer.json();
    });
    if (!sent) return;
    fire(this, 'mado-vote', { url: location.pathname, isHelpful });
    this.dataset['voted'] = '';
    this.step = { kind: 'voted', voteId: sent.id, isHelpful };
    await this.updateComplete;
    this.querySelector<HTMLElement>('#thanks')?.focus();
  }

  async #explain(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.step.kind !== 'voted') return;
    const reason = new FormData(event.target as HTMLFormElement).get('reason') as VoteReason | null;
    if (!reason) return;
    const { voteId } = this.step;
    const sent = await this.#try(() =>
      apiClient(this.#language).api.feedback.votes[':id'].reason.$put({ param: { id: voteId }, json: { reason } }),
    );
    if (!sent) return;
    fire(this, 'mado-vote-explained', { url: location.pathname, reason });
    this.step = { kind: 'explained' };
    await this.updateComplete;
    this.querySelector<HTMLElement>('[role=status]')?.focus();
  }

  /** What a call gave, or `null` after saying what went wrong. */
  async #try<T>(call: () => Promise<T>): Promise<T | null> {
    try {
      this.problem = '';
      return await call();
    } catch (error) {
      this.problem = error instanceof ApiProblem ? error.problem.title : messages[this.#language].unreachable;
      return null;
    }
  }

  protected override render() {
    const says = messages[this.#language];
    const problem = this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
    if (this.step.kind === 'explained') return html`<p role="status" tabindex="-1">${says.sent}</p>`;
    if (this.step.kind === 'question' || this.step.isHelpful) return problem;
    return html`<form class="feedback-why" @submit=${(event: SubmitEvent) => this.#explain(event)}>
      <fieldset>
        <legend>${says.why}</legend>
        ${Object.entries(says.reasons).map(
          ([reason, label]) =>
            html`<label class="reason"><input type="radio" name="reason" value=${reason} required />${label}</label>`,
        )}
      </fieldset>
      ${problem}
      <button class="button" type="submit">${says.send}</button>
    </form>`;
  }
}

customElements.define('mado-feedback', MadoFeedback);

declare global {
  interface HTMLElementTagNameMap {
    'mado-feedback': MadoFeedback;
  }
}
