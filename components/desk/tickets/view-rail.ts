import { html, nothing, type TemplateResult } from 'lit';
import type { SavedView, ViewCounts } from '../../../api/desk/contract.ts';
import type { TicketView } from '../../../api/tickets/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { messages as deskMessages } from '../messages.ts';
import { type Filters, filtersIn, parametersOf } from './ticket-filters.ts';
import { type ListView, messages } from './list-messages.ts';
import { type GroupedView, viewGroups } from './view-groups.ts';

/** Counting ends there. */
const mostCounted = 1000;

export interface RailContext {
  language: 'ja' | 'en';
  view: ListView;
  filters: Filters;
  counts: ViewCounts | null;
  saved: readonly SavedView[];
  /** On a narrow screen the views are folded behind the name of the one that is shown. */
  isUnfolded: boolean;
  unfold: (isUnfolded: boolean) => void;
  remove: (view: SavedView) => void;
}

/** The ways to all views, with how many tickets each holds; the saved ones after them. */
export function viewRail(context: RailContext): TemplateResult {
  const { language, view, saved, isUnfolded, unfold } = context;
  const says = messages[language];
  const current = saved.find((each) => isSaved(each, context))?.name ?? says.views[view];
  return html`<nav class="desk-rail" aria-label=${deskMessages[language].viewsLabel}>
    <button
      class="rail-button"
      type="button"
      aria-expanded=${isUnfolded}
      aria-controls="desk-rail-views"
      @click=${() => unfold(!isUnfolded)}
    >
      ${current} ${view === 'search' ? nothing : count(context, view)}
    </button>
    <div class="rail-views" id="desk-rail-views" ?data-unfolded=${isUnfolded} @click=${() => unfold(false)}>
      ${(['work', 'later'] as const).map(
        (group) =>
          html`<p class="rail-heading" id=${`rail-${group}`}>${says.viewGroups[group]}</p>
            <ul class="desk-views" aria-labelledby=${`rail-${group}`}>
              ${viewGroups[group].map((each) => viewLink(each, context))}
            </ul>`,
      )}
      ${
        saved.length === 0
          ? nothing
          : html`<p class="rail-heading" id="rail-saved">${says.viewGroups.saved}</p>
              <ul class="desk-views" aria-labelledby="rail-saved">
                ${saved.map((each) => savedLink(each, context))}
              </ul>`
      }
    </div>
  </nav>`;
}

/** Whether what is shown is this saved view. */
export function isSaved({ filter: { view: saved, ...filters } }: SavedView, shown: { view: string; filters: Filters }) {
  return saved === shown.view && href(saved, filtersIn(filters)) === href(shown.view, shown.filters);
}

function viewLink(view: GroupedView, context: RailContext) {
  const isShown = view === context.view && !context.saved.some((each) => isSaved(each, context));
  return html`<li>
    <a href=${href(view, {})} aria-current=${isShown ? 'page' : 'false'}
      >${messages[context.language].views[view]} ${count(context, view)}</a
    >
  </li>`;
}

function savedLink(saved: SavedView, context: RailContext) {
  const says = messages[context.language];
  const { view, ...filters } = saved.filter;
  return html`<li class="rail-saved">
    <a href=${href(view, filtersIn(filters))} aria-current=${isSaved(saved, context) ? 'page' : 'false'}
      >${saved.name} ${saved.isShared ? html`<span class="rail-count">${says.shared}</span>` : nothing}</a
    >
    ${
      saved.isOwn
        ? html`<button
            class="rail-remove"
            type="button"
            aria-label=${says.deleteView(saved.name)}
            @click=${() => context.remove(saved)}
          >
            <span aria-hidden="true">×</span>
          </button>`
        : nothing
    }
  </li>`;
}

function count({ counts, language }: RailContext, view: TicketView) {
  const counted = counts?.[view];
  if (!counted) return nothing;
  const text = counted >= mostCounted ? `${mostCounted.toLocaleString(language)}+` : String(counted);
  return html`<span class="rail-count"
    ><span aria-hidden="true">${text}</span
    ><span class="visually-hidden">${messages[language].counted(text)}</span></span
  >`;
}

function href(view: string, filters: Filters): string {
  return hrefOf('tickets', { view, filters: parametersOf(filters) });
}
