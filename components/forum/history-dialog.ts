import { html, nothing, render, type TemplateResult } from 'lit';
import { apiClient } from '../../api/client.ts';
import type { Revision } from '../../api/forum/contract.ts';
import { dateLocales } from '../../content/calendar.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';
import { wordsFor } from './api-words.ts';
import { openDialog } from './dialog.ts';

/** Shows how a post was edited: when, by whom and why; what it said before, to those who may read it. */
export async function openHistory(post: string, by: HTMLElement): Promise<void> {
  const says = messages[pageLanguage()];
  const { place } = openDialog(says.history, by);
  try {
    const answer = await apiClient(pageLanguage()).api.forum.posts[':id'].revisions.$get({ param: { id: post } });
    render(list((await answer.json()).revisions), place);
  } catch (error) {
    render(html`<p class="problem" role="alert">${wordsFor(error)}</p>`, place);
  }
}

function list(revisions: readonly Revision[]): TemplateResult {
  const language = pageLanguage();
  const says = messages[language];
  if (revisions.length === 0) return html`<p>${says.historyNone}</p>`;
  const { timeZone } = document.querySelector<HTMLElement>('mado-thread')?.dataset ?? {};
  const time = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
  const isHidden = revisions.every(({ body }) => body === null);
  return html`<ol class="revisions">
      ${revisions.map(
        ({ by, at, reason, title, body }) =>
          html`<li>
            <p>${says.revision(by || says.noLonger, time.format(at))}</p>
            ${reason ? html`<p>${says.reason}: ${reason}</p>` : nothing}
            ${
              body === null
                ? nothing
                : html`<details>
                    <summary>${says.before}</summary>
                    ${title ? html`<p>${title}</p>` : nothing}
                    <pre class="revision-body" tabindex="0">${body}</pre>
                  </details>`
            }
          </li>`,
      )}
    </ol>
    ${isHidden ? html`<p class="form-note">${says.historyHidden}</p>` : nothing}`;
}
