import { html, nothing, type TemplateResult } from 'lit';
import type { AppealAnswer, DecisionAction, Reviewable } from '../../../api/moderation/contract.ts';
import { timeText } from '../time-text.ts';
import { messages as itemMessages } from './item-messages.ts';
import { keyOf, waysFor, wayText } from './ways.ts';

export type Way = 'edit' | 'sanction' | 'acts' | 'ticket';

/** What the buttons of an item do, and whether somebody else has it. */
export interface Acting {
  language: 'ja' | 'en';
  timeZone: string;
  isTaken: boolean;
  threadHref: string | null;
  decide: (action: DecisionAction) => void;
  answer: (verdict: AppealAnswer['verdict']) => void;
  open: (way: Way) => void;
}

/** What can be decided on it, and what else can be done. */
export function itemActs(item: Reviewable, { language, isTaken, threadHref, decide, open }: Acting): TemplateResult {
  const says = itemMessages[language];
  const way = (to: Way, key: string) => button(says.moreActs[to], key, () => open(to));
  return html`<div class="item-acts">
    <div role="group" aria-label=${says.decide}>
      ${waysFor(item).map((action) =>
        button(wayText(action, [item], language), keyOf[action], () => decide(action), { action, isTaken }),
      )}
    </div>
    <div role="group" aria-label=${says.more}>
      ${
        item.post
          ? html`<a class="bulk-way" href=${threadHref ?? ''} target="_blank" rel="noopener"
                >${says.openThread}<kbd aria-hidden="true">g</kbd></a
              >
              ${way('edit', 'w')} ${way('acts', 'm')} ${way('ticket', 't')}`
          : nothing
      }
      ${way('sanction', 's')}
    </div>
  </div>`;
}

/** What an author says against a decision, and the two answers. */
export function itemAppeal({ appeal }: Reviewable, acting: Acting): TemplateResult | typeof nothing {
  if (!appeal) return nothing;
  const { language, timeZone, isTaken, answer } = acting;
  const says = itemMessages[language];
  return html`<section class="item-appeal" aria-labelledby="item-appeal">
    <h3 id="item-appeal">${says.appeal}</h3>
    <p class="history-quiet">${says.appealBy(timeText(appeal.createdAt, language, timeZone))}</p>
    <blockquote>${appeal.body}</blockquote>
    <p class="history-quiet">${says.appealWants}</p>
    <div class="item-acts">
      <div role="group" aria-label=${says.decide}>
        ${button(says.reverse, 'a', () => answer('reversed'), { action: 'approve', isTaken })}
        ${button(says.uphold, 'r', () => answer('upheld'), { action: 'reject', isTaken })}
      </div>
    </div>
  </section>`;
}

function button(
  text: string,
  key: string,
  act: () => void,
  { action, isTaken = false }: { action?: string; isTaken?: boolean } = {},
): TemplateResult {
  return html`<button
    class="bulk-way"
    type="button"
    data-action=${action ?? nothing}
    aria-disabled=${isTaken}
    @click=${() => !isTaken && act()}
  >
    ${text}<kbd aria-hidden="true">${key}</kbd>
  </button>`;
}
