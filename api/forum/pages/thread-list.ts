import { html } from 'hono/html';
import type { Fragment } from '../../http/pages.ts';
import type { ThreadSummary } from '../contract.ts';
import { authorTag, boardName, type Surroundings, timeTag } from './parts.ts';
import { pageTexts } from './texts.ts';

/** Threads as a list: what each is about, where it stands, who wrote and when. */
export function threadList(
  around: Surroundings,
  threads: readonly ThreadSummary[],
  { withBoard, none }: { withBoard: boolean; none: string },
): Fragment {
  if (threads.length === 0) return html`<p class="forum-none">${none}</p>`;
  return html`<ol class="threads">
    ${threads.map((thread) => item(around, thread, withBoard))}
  </ol>`;
}

function item(around: Surroundings, thread: ThreadSummary, withBoard: boolean): Fragment {
  const says = pageTexts[around.language];
  const { url, title, excerpt, author, replies, meToos, board, lastPostAt } = thread;
  return html`<li class="thread-item" lang="${thread.language}">
    <h3>
      <a href="${url}"><bdi>${title}</bdi></a>
    </h3>
    <p class="thread-excerpt">${excerpt}</p>
    <p class="thread-facts">
      ${stateMarks(around, thread)} ${withBoard ? html`<span>${boardName(around, board)}</span>` : ''}
      <span>${authorTag(around, author)}</span>
      <span>${says.replies(replies)}</span>
      ${meToos > 0 ? html`<span>${says.meToos(meToos)}</span>` : ''} ${timeTag(around, lastPostAt, 'day')}
    </p>
  </li>`;
}

type Standing = Pick<ThreadSummary, 'kind' | 'lane' | 'isLocked' | 'isPinned'>;

/** Where a thread stands, in words. */
export function stateMarks(around: Surroundings, { kind, lane, isLocked, isPinned }: Standing): Fragment {
  const says = pageTexts[around.language];
  const state = kind === 'question' || lane === 'archived' ? lane : null;
  return html`${isPinned ? mark('pinned', says.pinned) : ''}${mark(kind, says.kinds[kind])}${
    state ? mark(state, says.lanes[state]) : ''
  }${isLocked ? mark('locked', says.locked) : ''}`;
}

function mark(name: string, text: string): Fragment {
  return html`<span class="forum-mark" data-mark="${name}">${text}</span> `;
}
