import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Reviewable, ReviewableDetail } from '../../../api/moderation/contract.ts';
import type { Forum } from '../../../content/schema/forum.ts';
import { timeText } from '../time-text.ts';
import { foundText } from './found-text.ts';
import { messages as itemMessages } from './item-messages.ts';
import './mado-other-text.ts';
import { messages } from './messages.ts';
import { ruleTitle } from './rules.ts';

export interface ItemContext {
  language: 'ja' | 'en';
  timeZone: string;
  categories: readonly { slug: string; name: { ja: string; en: string } }[];
  forum: Forum | null;
}

/** What it is called: the title of its thread, or whom it is about. */
export function titleOf({ post, author }: Reviewable, language: 'ja' | 'en'): string {
  const says = messages[language];
  return post?.title ?? says.about(author.name || says.noName);
}

/** What a dialog is about, in a line or two: whose, and how it begins. */
export function aboutText({ post, author }: Reviewable, language: 'ja' | 'en'): string {
  const name = author.name || messages[language].noName;
  return post ? `${name}${language === 'ja' ? '：' : ': '}${post.body.slice(0, mostAbout)}` : name;
}

const mostAbout = 160;

/** Where it stands and what it is, in a line. */
export function itemFacts(item: Reviewable, { language, timeZone, categories }: ItemContext): TemplateResult {
  const says = itemMessages[language];
  const { post, author, board } = item;
  const boardName = categories.find(({ slug }) => slug === board)?.name[language] ?? board;
  const facts = [
    author.name || messages[language].noName,
    ...(boardName ? [boardName] : []),
    post ? (post.isOpening ? says.opening : says.reply) : says.member,
    timeText(post?.createdAt ?? item.createdAt, language, timeZone),
    ...(post?.editedAt ? [says.edited(timeText(post.editedAt, language, timeZone))] : []),
  ];
  return html`<p class="item-facts">
    ${item.isUrgent ? html`<span class="state" data-state="late">${messages[language].urgent}</span>` : nothing}
    ${item.state === 'pending' ? nothing : html`<span class="state" data-state="solved">${says.states[item.state]}</span>`}
    ${post ? html`<span class="state">${messages[language].visibilities[post.visibility]}</span>` : nothing}
    ${item.language === language ? nothing : html`<span class="line-language">${item.language}</span>`}
    ${facts.map((fact) => html`<span>${fact}</span>`)}
  </p>`;
}

/** What authors bring before moderators themselves. */
const ofAuthors: ReadonlySet<string> = new Set(['appeal', 'revised']);

/** Why it is in the queue: what found it, or who flagged it, and what they said. */
export function itemReasons(
  { reasons, kind: about, language: spoken }: Reviewable,
  { language, timeZone }: ItemContext,
): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing;
  const says = itemMessages[language];
  return html`<section class="item-reasons" aria-labelledby="item-why">
    <h3 id="item-why">${says.why}</h3>
    <ul>
      ${reasons.map(
        ({ kind, reason, by, detail, outcome, createdAt }) =>
          html`<li ?data-settled=${outcome !== null}>
            <strong
              >${about === 'member' && reason === 'flagged-often' ? messages[language].refusedOften : messages[language].reasons[reason]}</strong
            >
            <span class="history-quiet"
              >${kind === 'flag' ? says.flaggedBy(by ?? says.somebody) : ofAuthors.has(reason) ? says.byAuthor : says.byPortal}
              ${timeText(createdAt, language, timeZone)}${outcome ? html` · ${says.outcomes[outcome]}` : nothing}</span
            >
            ${
              detail
                ? html`<p class="reason-detail">
                    ${kind === 'flag' ? detail : foundText({ reason, detail }, language)}
                  </p>`
                : nothing
            }
            ${
              reason === 'duplicate' && detail
                ? html`<mado-other-text
                    .language=${language}
                    .timeZone=${timeZone}
                    .spoken=${spoken}
                    .of=${'source'}
                    .post=${detail}
                  ></mado-other-text>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

/** The post as readers would see it, and as it was written. */
export function itemPost(
  { post, language: spoken }: Reviewable,
  { language, timeZone }: ItemContext,
): TemplateResult | typeof nothing {
  if (!post) return nothing;
  const says = itemMessages[language];
  return html`<section class="item-post" aria-labelledby="item-post">
    <h3 id="item-post">${says.post}</h3>
    <div class="post-body" lang=${spoken}>${unsafeHTML(post.html)}</div>
    ${itemPictures(post, language)}
    ${
      post.editedAt === null
        ? nothing
        : html`<mado-other-text
            .language=${language}
            .timeZone=${timeZone}
            .spoken=${spoken}
            .of=${'edits'}
            .post=${post.id}
          ></mado-other-text>`
    }
    <details class="message-quoted">
      <summary>${says.source}</summary>
      <pre class="post-source" lang=${spoken} tabindex="0">${post.body}</pre>
    </details>
  </section>`;
}

/** Its pictures, each of which opens whole. */
function itemPictures({ pictures }: NonNullable<Reviewable['post']>, language: 'ja' | 'en') {
  if (pictures.length === 0) return nothing;
  return html`<ul class="item-pictures" aria-label=${itemMessages[language].pictures}>
    ${pictures.map(
      ({ url, name, width, height }) =>
        html`<li>
          <a href=${url} target="_blank" rel="noopener"
            ><img src=${url} alt=${name} width=${width} height=${height} loading="lazy"
          /></a>
        </li>`,
    )}
  </ul>`;
}

/** What happened to it, line by line; the latest decision can be undone here, too. */
export function itemHistory(
  history: ReviewableDetail['history'] | undefined,
  { language, timeZone, forum }: ItemContext,
  undo: (decision: string) => void,
): TemplateResult {
  const says = itemMessages[language];
  const undone = new Set(history?.filter(({ action }) => action === 'undone').map(({ decisionId }) => decisionId));
  const latest = history?.findLast(({ decisionId, action }) => decisionId !== null && action !== 'undone');
  const undoable = history?.at(-1)?.id === latest?.id && !undone.has(latest?.decisionId ?? '') ? latest?.id : undefined;
  const line = ({ id, by, action, rule, note, decisionId, createdAt }: ReviewableDetail['history'][number]) =>
    html`<li data-kind=${decisionId ? 'conversation' : 'page'}>
      <p>
        <time datetime=${new Date(createdAt).toISOString()}>${timeText(createdAt, language, timeZone)}</time>
        ${by ?? (action === 'flagged' ? says.somebody : says.portal)}
      </p>
      <p>
        ${eventText(action, language)}${rule ? html` <span class="line-tag">${ruleTitle(forum?.rules ?? [], rule, language)}</span>` : nothing}
      </p>
      ${note ? html`<p class="history-excerpt">${note}</p>` : nothing}
      ${
        id === undoable && decisionId
          ? html`<p>
              <button class="desk-link" type="button" @click=${() => undo(decisionId)}>${says.undoThis}</button>
            </p>`
          : nothing
      }
    </li>`;
  return html`<section class="item-history" aria-labelledby="item-history">
    <h3 id="item-history">${says.history}</h3>
    ${
      history
        ? history.length > 0
          ? html`<ol class="history-timeline">
              ${history.map(line)}
            </ol>`
          : html`<p class="history-quiet">${says.noHistory}</p>`
        : html`<p class="history-quiet">${says.historyLoading}</p>`
    }
  </section>`;
}

/** An action of the history in words. */
export function eventText(action: string, language: 'ja' | 'en'): string {
  const { events } = itemMessages[language];
  return events[action] ?? events['other'] ?? action;
}
