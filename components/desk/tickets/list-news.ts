import { html, nothing, type TemplateResult } from 'lit';
import { messages as bulkMessages } from './bulk-messages.ts';
import { messages } from './list-messages.ts';

/** What was done, with the way back for as long as it is shown. */
export interface Done {
  text: string;
  undo: (() => Promise<unknown>) | null;
}

export interface NewsContext {
  language: 'ja' | 'en';
  isBroken: boolean;
  /** How many have come that are not shown yet. */
  arrivals: number;
  done: Done | null;
  refresh: () => void;
  showArrivals: () => void;
  undo: () => unknown;
  close: () => void;
}

/** What has come, that the list does not update by itself, and what was done. */
export function listNews({ language, isBroken, arrivals, done, ...acts }: NewsContext): TemplateResult {
  const says = messages[language];
  return html`<div class="list-news" role="status">
      ${
        isBroken
          ? html`<p class="list-broken">
              ${says.liveBroken}
              <button class="desk-link" type="button" @click=${acts.refresh}>${says.refreshNow}</button>
            </p>`
          : nothing
      }
      ${
        arrivals > 0
          ? html`<button class="list-arrivals" type="button" @click=${acts.showArrivals}>
              ${says.arrivals(arrivals)}
            </button>`
          : nothing
      }
    </div>
    <div class="list-done" role="status">
      ${
        done
          ? html`<p>${done.text}</p>
              ${
                done.undo
                  ? html`<button class="list-undo" type="button" @click=${acts.undo}>
                      ${bulkMessages[language].undo}
                    </button>`
                  : nothing
              }
              <button class="rail-remove" type="button" aria-label=${bulkMessages[language].close} @click=${acts.close}>
                <span aria-hidden="true">×</span>
              </button>`
          : nothing
      }
    </div>`;
}
