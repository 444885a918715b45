import { html } from 'hono/html';
import type { Fragment } from '../../http/pages.ts';
import { threadUrl } from '../addresses.ts';
import type { Thread } from '../contract.ts';
import { draftForm } from './draft-form.ts';
import { headOf } from './head.ts';
import { boardName, invitation, keyField, nameOf, pager, type Surroundings, whoTag } from './parts.ts';
import { acceptedOnTop, type Place, postItem } from './post.ts';
import { threadThings } from './structured-data.ts';
import { stateMarks } from './thread-list.ts';
import { pageTexts } from './texts.ts';

/** What a page of a thread is made of besides the thread. */
export interface ThreadView {
  /** The post that the reply is to quote. */
  quote: string | undefined;
  /** Where the accepted answer stands. */
  acceptedAt: string;
  /** Whether something was reported just now. */
  wasFlagged: boolean;
  /** Whether an article was drafted just now. */
  wasDrafted: boolean;
  /** Whether the reply is shown again as it was typed: also to somebody whose session has ended meanwhile. */
  isSentAgain: boolean;
}

/** One page of a thread in the site's shell; `null` when the build has none. */
export function threadPage(around: Surroundings, thread: Thread, view: ThreadView): Promise<string | null> {
  const { services, language, reader } = around;
  const says = pageTexts[language];
  const { title, page, pages, board, mine } = thread;
  const here = threadUrl(thread, page);
  const mayReply = mine?.maySend ?? false;
  const boardTitle = boardName(around, board);
  const isOpen = !thread.isLocked && thread.lane !== 'archived';
  return services.pages.filled(`/${language}/forum/thread/shell/`, {
    'page-title': html`${page > 1 ? `${title} (${page})` : title} | ${services.portal().name[language]}`,
    'page-head': headOf(around, {
      title,
      description: thread.excerpt,
      address: (at) => threadUrl(thread, at),
      page,
      pages,
      type: 'article',
      feed: { address: `${threadUrl(thread)}feed.xml`, title: says.feedOf(title) },
      // What waits for a moderator, or is seen by few, is for nobody else.
      isIndexed: thread.opening.visibility === 'visible',
      things: threadThings(around, thread, boardTitle, view.acceptedAt),
    }),
    who: whoTag(around, here),
    trail: trail([
      [`/${language}/`, says.home],
      [`/${language}/forum/`, says.forum],
      [`/${language}/forum/${board}/`, boardTitle],
    ]),
    title: html`<bdi>${title}</bdi>`,
    thread: html`${view.wasFlagged ? html`<p class="notice" role="status">${says.flagged}</p>` : ''}
    ${wholeThread(around, thread, view, here, mayReply)}`,
    reply: mayReply || view.isSentAgain ? replyTo(around, thread, view.quote) : '',
    invitation: reader || !isOpen ? '' : invitation(language, says.invitation, here),
    foot: html`<a href="${threadUrl(thread)}feed.xml">${says.feed}</a>
      <a href="/${language}/forum/${board}/">${boardTitle}</a>`,
  });
}

function wholeThread(
  around: Surroundings,
  thread: Thread,
  { acceptedAt, wasDrafted }: ThreadView,
  here: string,
  mayReply: boolean,
): Fragment {
  const { language, reader } = around;
  const says = pageTexts[language];
  const { page, pages, posts, opening, accepted, number, version, replies, meToos } = thread;
  const place: Place = {
    address: here,
    mayReply,
    quoteAddress: (id) => `${threadUrl(thread)}?page=${page}&quote=${id}#reply`,
  };
  return html`<mado-thread
    class="thread"
    data-number="${number}"
    data-version="${version}"
    data-page="${page}"
    data-pages="${pages}"
    data-member="${reader ? 'yes' : 'no'}"
    data-time-zone="${around.services.timeZone()}"
  >
    <p class="thread-facts">
      ${stateMarks(around, thread)} <span>${says.replies(replies)}</span>
      ${meToos > 0 ? html`<span data-me-toos>${says.meToos(meToos)}</span>` : ''}
    </p>
    ${thread.isLocked ? html`<p class="notice">${says.lockedText}</p>` : ''}
    ${thread.lane === 'archived' ? html`<p class="notice">${says.archivedText}</p>` : ''}
    ${
      thread.article
        ? html`<p class="notice">${says.article} <a href="${thread.article.url}">${thread.article.title}</a></p>`
        : ''
    }
    ${draftForm(around, thread, wasDrafted)} ${page === 1 ? postItem(around, opening, place) : ''}
    ${page === 1 ? meTooForm(around, thread) : ''}
    ${page === 1 && accepted ? acceptedOnTop(around, accepted, acceptedAt) : ''}
    ${
      posts.length > 0
        ? html`<section class="replies" aria-labelledby="replies">
            <h2 id="replies">${says.repliesTitle}</h2>
            <ol class="posts">
              ${posts.map((post) => html`<li>${postItem(around, post, place)}</li>`)}
            </ol>
          </section>`
        : ''
    }
    ${
      pages > 1
        ? html`<nav class="pager" aria-label="${says.pages}">
            ${pager(language, thread, (at) => threadUrl(thread, at), [says.earlier, says.later])}
          </nav>`
        : ''
    }
  </mado-thread>`;
}

/** “I have the same question”, for whoever may say so. */
function meTooForm(around: Surroundings, { kind, mine, author, lane, opening }: Thread): Fragment | '' {
  const { language, reader } = around;
  const says = pageTexts[language];
  const isTheirs = author.id === reader?.id;
  if (kind !== 'question' || !mine || isTheirs || lane === 'archived' || opening.visibility !== 'visible') return '';
  if (mine.isMeToo) {
    return html`<form id="me-too" class="me-too" data-act="me-too" action="me-too" method="post">
      <input type="hidden" name="says" value="no" />
      <button class="post-act" type="submit" aria-pressed="true">${says.notMeToo}</button>
    </form>`;
  }
  return html`<form id="me-too" class="me-too" data-act="me-too" action="me-too" method="post">
    <input type="hidden" name="says" value="yes" />
    <button class="button" type="submit">${says.meToo}</button>
    <details>
      <summary>${says.wording}</summary>
      <div class="field">
        <label class="visually-hidden" for="me-too-wording">${says.wording}</label>
        <p class="field-hint" id="me-too-wording-hint">${says.wordingHint}</p>
        <input
          id="me-too-wording"
          name="wording"
          maxlength="120"
          autocomplete="off"
          aria-describedby="me-too-wording-hint"
        />
      </div>
    </details>
  </form>`;
}

/** What goes along with a reply: its key, and what it quotes. */
function replyTo(around: Surroundings, thread: Thread, quote: string | undefined): Fragment {
  const { language } = around;
  const says = pageTexts[language];
  const all = [thread.opening, ...(thread.accepted ? [thread.accepted] : []), ...thread.posts];
  const post =
    quote === undefined ? undefined : all.find(({ id, visibility }) => id === quote && visibility === 'visible');
  return html`${keyField(around)}
  ${
    post
      ? html`<input type="hidden" name="quotes" value="${post.id}" />
          <p>
            <bdi>${says.quoting(nameOf(post.author, language))}</bdi>
            <a href="${threadUrl(thread, thread.page)}#reply">${says.withoutQuote}</a>
          </p>`
      : ''
  }`;
}

/** The way to a page, as the site draws it. */
function trail(steps: readonly (readonly [string, string])[]): Fragment {
  return html`${steps.map(([address, title]) => html`<li><a href="${address}">${title}</a></li>`)}`;
}
