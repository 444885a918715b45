import { html, nothing, type TemplateResult } from 'lit';
import type { ModerationCounts } from '../../../api/moderation/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { messages as deskMessages } from '../messages.ts';
import { messages, type QueueView } from './messages.ts';

export interface RailContext {
  language: 'ja' | 'en';
  view: QueueView;
  counts: ModerationCounts | null;
  /** On a narrow screen the lists are folded behind the name of the one that is shown. */
  isUnfolded: boolean;
  unfold: (isUnfolded: boolean) => void;
}

const groups = { waiting: ['pending', 'appeals'], decided: ['approved', 'rejected', 'ignored', 'removed'] } as const;

/** The ways to the lists of the queue, with how many wait in them, and to the watched words. */
export function queueRail(context: RailContext): TemplateResult {
  const { language, isUnfolded, unfold } = context;
  const says = messages[language];
  const view = context.view === 'member' ? 'pending' : context.view;
  return html`<nav class="desk-rail" aria-label=${deskMessages[language].viewsLabel}>
    <button
      class="rail-button"
      type="button"
      aria-expanded=${isUnfolded}
      aria-controls="desk-rail-views"
      @click=${() => unfold(!isUnfolded)}
    >
      ${says.views[view]} ${count(context, view)}
    </button>
    <div class="rail-views" id="desk-rail-views" ?data-unfolded=${isUnfolded} @click=${() => unfold(false)}>
      ${(['waiting', 'decided'] as const).map(
        (group) =>
          html`<p class="rail-heading" id=${`rail-${group}`}>${says.viewGroups[group]}</p>
            <ul class="desk-views" aria-labelledby=${`rail-${group}`}>
              ${groups[group].map(
                (each) =>
                  html`<li>
                    <a href=${hrefOf('moderation', { view: each })} aria-current=${each === view ? 'page' : 'false'}
                      >${says.views[each]} ${count(context, each)}</a
                    >
                  </li>`,
              )}
            </ul>`,
      )}
      <p class="rail-heading" id="rail-around">${says.viewGroups.around}</p>
      <ul class="desk-views" aria-labelledby="rail-around">
        <li><a href="#/watched-words">${says.words}</a></li>
      </ul>
    </div>
  </nav>`;
}

function count({ counts, language }: RailContext, view: QueueView) {
  if (!counts) return nothing;
  const counted = { pending: counts.pending, appeals: counts.appeals }[view as 'pending'] ?? 0;
  if (counted === 0) return nothing;
  const says = messages[language];
  const isUrgent = view === 'pending' && counts.urgent > 0;
  return html`<span class="rail-count"
    >${isUrgent ? html`<span class="rail-urgent">${says.urgentOf(counts.urgent)}</span> ` : nothing}<span
      aria-hidden="true"
      >${counted}</span
    ><span class="visually-hidden">${says.counted(counted)}</span></span
  >`;
}
