import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { AppealAnswer, DecisionAction, Reviewable } from '../../../api/moderation/contract.ts';
import { timeText } from '../time-text.ts';
import { DecidingQueue } from './deciding-queue.ts';
import { undoDecisions } from './decisions.ts';
import { type AskedAction, messages as dialogMessages } from './dialog-messages.ts';
import type { Way } from './item-acts.ts';
import { titleOf } from './item-parts.ts';
import './mado-appeal-dialog.ts';
import './mado-edit-dialog.ts';
import './mado-to-ticket-dialog.ts';
import './mado-verdict-dialog.ts';
import { messages } from './messages.ts';
import './threads/mado-thread-dialog.ts';
import { meant, meantForMany } from './ways.ts';

/** What is asked before something is done. */
type Asked =
  | { kind: 'verdict'; action: AskedAction; items: readonly Reviewable[] }
  | { kind: 'appeal'; verdict: AppealAnswer['verdict']; item: Reviewable }
  | { kind: 'acts' | 'ticket' | 'edit'; item: Reviewable };

const asked: ReadonlySet<DecisionAction> = new Set(['reject', 'return', 'hide', 'remove']);

/** The queue with what is asked before something is decided or done: by which rule, with which words. */
export abstract class AskingQueue extends DecidingQueue {
  static override properties: PropertyDeclarations = {
    ...DecidingQueue.properties,
    asked: { state: true },
  };

  declare asked: Asked | null;

  constructor() {
    super();
    this.asked = null;
  }

  protected decideOn(items: readonly Reviewable[], action: DecisionAction): void {
    const [only] = items;
    if (items.length === 1 && only) {
      const { appeal, actions, claimedBy } = only;
      if (claimedBy && claimedBy.id !== this.account?.id && claimedBy.until > Date.now()) {
        const until = timeText(claimedBy.until, this.language, this.timeZone);
        const text = messages[this.language].claimedMeanwhile(titleOf(only, this.language), claimedBy.name, until);
        this.said = { text, mayUndo: false };
        return;
      }
      if (appeal && (action === 'approve' || action === 'reject')) {
        this.answerAppeal(only, action === 'approve' ? 'reversed' : 'upheld');
        return;
      }
      action = meant(action, only);
      if (!actions.includes(action)) {
        this.said = { text: messages[this.language].notAllowed, mayUndo: false };
        return;
      }
    } else action = meantForMany(action, items);
    if (asked.has(action)) this.asked = { kind: 'verdict', action: action as AskedAction, items };
    else this.decide(items, action);
  }

  protected answerAppeal(item: Reviewable, verdict: AppealAnswer['verdict']): void {
    this.asked = { kind: 'appeal', verdict, item };
  }

  /** Opens what is asked before something is done with what is open. */
  protected open(way: Way): boolean {
    if (this.place.view === 'member') {
      return way === 'sanction' && (this.querySelector('mado-member-standing')?.sanction() ?? false);
    }
    const item = this.itemOf(this.place.id);
    if (!item || !this.detail) return false;
    if (way === 'sanction') return this.detail.sanction();
    if (!item.post) {
      this.said = { text: messages[this.language].noTicket, mayUndo: false };
      return true;
    }
    this.asked = { kind: way, item };
    return true;
  }

  /** The dialog that asks, or nothing. */
  protected dialog(): TemplateResult | typeof nothing {
    return this.asked ? (keyed(this.asked, html`${this.#dialog(this.asked)}`) as TemplateResult) : nothing;
  }

  #dialog(ask: Asked): TemplateResult {
    const { language, timeZone, categories, forum } = this;
    const end = () => {
      this.asked = null;
    };
    switch (ask.kind) {
      case 'verdict':
        return html`<mado-verdict-dialog
          .language=${language}
          .forum=${forum}
          .action=${ask.action}
          .items=${ask.items}
          .decide=${(verdict: { rule?: string; note?: string }) => this.decide(ask.items, ask.action, verdict)}
          @dialog-ended=${end}
        ></mado-verdict-dialog>`;
      case 'appeal':
        return html`<mado-appeal-dialog
          .language=${language}
          .item=${ask.item}
          .verdict=${ask.verdict}
          .answer=${(answer: AppealAnswer) => this.#sendAnswer(ask.item, answer)}
          @dialog-ended=${end}
        ></mado-appeal-dialog>`;
      case 'acts':
        return html`<mado-thread-dialog
          .language=${language}
          .timeZone=${timeZone}
          .categories=${categories}
          .forum=${forum}
          .post=${ask.item.post}
          .acted=${(text: string, result: { decision: string } | null) => {
            this.did(text, result && { items: [], undo: () => undoDecisions(this.api(), [result.decision]) });
            void this.detail?.look();
          }}
          @dialog-ended=${end}
        ></mado-thread-dialog>`;
      case 'edit':
        return html`<mado-edit-dialog
          .language=${language}
          .item=${ask.item}
          .edited=${(text: string, undo: () => Promise<number>) => {
            this.did(text, { items: [], undo });
            void this.detail?.look();
          }}
          @dialog-ended=${end}
        ></mado-edit-dialog>`;
      case 'ticket':
        return html`<mado-to-ticket-dialog
          .language=${language}
          .item=${ask.item}
          .move=${(note: string) => this.#toTicket(ask.item, note)}
          @dialog-ended=${end}
        ></mado-to-ticket-dialog>`;
    }
  }

  async #sendAnswer(item: Reviewable, answer: AppealAnswer): Promise<void> {
    const param = { id: item.appeal?.id ?? '' };
    await this.api().moderation.appeals[':id'].$put({ param, json: answer });
    this.pass(new Set([item.id]));
    const says = dialogMessages[this.language].appeal;
    const history = async () =>
      (await (await this.api().moderation.reviewables[':id'].$get({ param: { id: item.id } })).json()).history;
    // The answer is a decision like others; its id stands in the history.
    const undo = async () => {
      const decision = (await history()).findLast(
        ({ action }) => action === 'uphold' || action === 'reverse',
      )?.decisionId;
      return undoDecisions(this.api(), decision ? [decision] : []);
    };
    this.did(says.done[answer.verdict](titleOf(item, this.language)), { items: [item.id], undo });
  }

  async #toTicket(item: Reviewable, note: string): Promise<void> {
    const param = { id: item.post?.id ?? '' };
    const json = { version: item.version, ...(note ? { note } : {}) };
    const { reference, decision } = await (
      await this.api().moderation.posts[':id'].ticket.$post({ param, json })
    ).json();
    this.pass(new Set([item.id]));
    const undo = () => undoDecisions(this.api(), [decision]);
    this.did(dialogMessages[this.language].ticket.done(reference), { items: [item.id], undo });
  }
}
