import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { TicketSummary } from '../../../api/tickets/contract.ts';
import { Attempt } from '../attempt.ts';
import { isConverting } from '../../search/composition.ts';
import { DeskElement } from '../desk-element.ts';
import { hrefOf } from '../desk-place.ts';
import { deskProblem } from '../desk-problem.ts';
import { type CallDraft, emptyCall, isEmpty, keepCall, missingIn, readCall } from './call-draft.ts';
import { callChoices, callField, callMore } from './call-parts.ts';
import { type KnownCaller, knownCallers } from './known-callers.ts';
import { messages as callTexts } from './messages.ts';

/** How long typing rests before anybody is looked for. */
const restMs = 250;

/** A telephone call, written down in three fields while talking; it becomes a ticket, or continues one. */
export class MadoDeskCalls extends DeskElement {
  static override properties: PropertyDeclarations = {
    draft: { state: true },
    known: { state: true },
    missing: { state: true },
    problem: { state: true },
    isSending: { state: true },
  };

  declare draft: CallDraft;
  declare known: readonly KnownCaller[];
  declare missing: ReturnType<typeof missingIn>;
  declare problem: string;
  declare isSending: boolean;
  readonly #attempt = new Attempt();
  #looking = new AbortController();
  #rest = 0;

  constructor() {
    super();
    this.draft = emptyCall('ja');
    this.known = [];
    this.missing = null;
    this.problem = '';
    this.isSending = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.draft = readCall(this.language);
    if (this.draft.caller) void this.#look(this.draft.caller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#rest);
    this.#looking.abort();
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  #type(change: Partial<CallDraft>): void {
    this.draft = { ...this.draft, ...change };
    keepCall(this.draft);
    if (this.missing && this.missing in change && missingIn(this.draft) !== this.missing) this.missing = null;
    if (change.caller === undefined) return;
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#look(change.caller ?? ''), restMs);
  }

  /** Looks for whoever that number or address belongs to; nobody where it cannot be looked. */
  async #look(caller: string): Promise<void> {
    this.#looking.abort();
    this.#looking = new AbortController();
    const { signal } = this.#looking;
    const q = caller.trim();
    let found: TicketSummary[] = [];
    if (q.length >= 3) {
      try {
        const { results } = await (await this.api(signal).desk.search.$get({ query: { q } })).json();
        found = results.map(({ ticket }) => ticket);
      } catch {
        if (signal.aborted) return;
      }
    }
    this.known = knownCallers(found).slice(0, 4);
    const isOffered = found.some(({ reference }) => reference === this.draft.reference);
    if (this.draft.reference && !isOffered) this.#type({ reference: '' });
  }

  async #log(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending) return;
    const { draft } = this;
    this.missing = missingIn(draft);
    this.problem = '';
    if (this.missing) {
      await this.updateComplete;
      this.querySelector<HTMLElement>(`#call-${this.missing}`)?.focus();
      return;
    }
    this.isSending = true;
    try {
      const { caller, subject, message, language, isSolved, name, reference } = draft;
      const json = { caller: caller.trim(), subject: subject.trim(), message: message.trim(), language, isSolved };
      const also = { ...(name.trim() ? { name: name.trim() } : {}), ...(reference ? { reference } : {}) };
      const headers = this.#attempt.headersFor(JSON.stringify(draft));
      const logged = await (await this.api().calls.$post({ json: { ...json, ...also } }, { headers })).json();
      this.#attempt.end();
      this.#clear();
      location.hash = hrefOf('tickets', { view: 'all', id: logged.reference });
    } catch (error) {
      await this.#refuse(error);
    } finally {
      this.isSending = false;
    }
  }

  /** Says what went wrong: at the caller, where it is neither a number nor an address. */
  async #refuse(error: unknown): Promise<void> {
    const wrong = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
    if (!wrong.some(({ pointer }) => pointer === '#/caller')) {
      this.problem = this.explain(error);
      return;
    }
    this.missing = 'caller';
    await this.updateComplete;
    this.querySelector<HTMLElement>('#call-caller')?.focus();
  }

  #clear(): void {
    this.draft = emptyCall(this.language);
    this.known = [];
    this.missing = null;
    keepCall(this.draft);
    this.querySelector('input')?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isConverting(event)) void this.#log(event);
  }

  protected override render(): TemplateResult {
    const { language, draft, missing, known } = this;
    const says = callTexts[language];
    const type = (change: Partial<CallDraft>) => this.#type(change);
    const field = { draft, missing, language, type };
    return html`<div class="call">
      <h2 class="ticket-title">${says.title}</h2>
      <p class="desk-note">${says.lead}</p>
      ${deskProblem(this.problem, language, null)}
      <form
        class="form"
        novalidate
        @submit=${(event: Event) => this.#log(event)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
      >
        ${callField({ ...field, name: 'caller', most: 254, hint: says.callerHint })}
        ${callChoices(known, draft, language, type)} ${callField({ ...field, name: 'subject', most: 120 })}
        ${callField({ ...field, name: 'message', most: 5000, hint: says.saidHint })} ${callMore(draft, language, type)}
        <label class="call-solved">
          <input
            type="checkbox"
            .checked=${draft.isSolved}
            @change=${({ target }: Event) => type({ isSolved: (target as HTMLInputElement).checked })}
          />
          <span>${says.solved}</span>
        </label>
        <p class="ticket-acts">
          <button class="button" data-primary type="submit" aria-disabled=${this.isSending ? 'true' : 'false'}>
            ${says.send}
          </button>
          ${
            isEmpty(draft)
              ? nothing
              : html`<button class="desk-link" type="button" @click=${() => this.#clear()}>${says.clear}</button>`
          }
        </p>
        <p class="field-hint">${says.sendHint}</p>
      </form>
    </div>`;
  }
}

customElements.define('mado-desk-calls', MadoDeskCalls);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-calls': MadoDeskCalls;
  }
}
