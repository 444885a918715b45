import '../../../site/styles/site.css';
import '../../../site/styles/forum.css';
import '../../../site/styles/forum-thread.css';
import '../../../components/forum/forum.css';
import { onTestFinished, vi } from 'vitest';
import { find, show } from '../fixtures.ts';

/*
 * Parts of the forum's pages as `api/forum/pages/` and `site/pages/[language]/forum/` draw them, in a few lines.
 */

interface Post {
  id: string;
  text: string;
  /** Whether it was edited. */
  isEdited?: boolean;
  isAccepted?: boolean;
  /** Waits for a moderator. */
  isPending?: boolean;
}

export interface Drawn {
  version?: number;
  pages?: number;
  posts: readonly Post[];
  isMember?: boolean;
  isMeToo?: boolean;
}

/** A question with its answers. */
export function thread({ version = 1, pages = 1, posts, isMember = true, isMeToo = false }: Drawn): string {
  const [opening, ...replies] = posts.map(post);
  return `<mado-thread class="thread" data-number="12" data-version="${version}" data-page="1" data-pages="${pages}" data-member="${isMember ? 'yes' : 'no'}">
    <p class="thread-facts"><span>返信${replies.length}件</span></p>
    ${opening}
    <form id="me-too" class="me-too" data-act="me-too" action="me-too" method="post">
      <input type="hidden" name="says" value="${isMeToo ? 'no' : 'yes'}" />
      <button class="button" type="submit">${isMeToo ? '「私も同じ質問です」を取り消す' : '私も同じ質問です'}</button>
      <input name="wording" aria-label="ご自身のことばで" />
    </form>
    ${replies.length > 0 ? `<section class="replies" aria-labelledby="replies"><h2 id="replies">返信</h2><ol class="posts">${replies.map((reply) => `<li>${reply}</li>`).join('')}</ol></section>` : ''}
  </mado-thread>`;
}

function post({ id, text, isEdited = false, isAccepted = false, isPending = false }: Post): string {
  return `<article class="forum-post" id="post-${id}" data-post="${id}" data-version="1">
    <header class="post-head"><a class="forum-author" href="/ja/forum/members/1/"><bdi>はな</bdi></a>
      ${isEdited ? '<span class="post-edited">編集済み</span>' : ''}</header>
    ${isPending ? '<p class="notice post-standing" data-visibility="pending">確認待ち</p>' : ''}
    <div class="prose post-body"><p>${text}</p></div>
    <div class="post-actions">
      <a data-act="quote" href="?quote=${id}#reply">引用して返信</a>
      <a data-act="edit" href="/ja/forum/posts/${id}/edit">編集</a>
      <a data-act="flag" href="/ja/forum/posts/${id}/flag">報告する</a>
      <form data-act="accept" action="accepted" method="post">
        ${isAccepted ? '' : `<input type="hidden" name="post" value="${id}" />`}
        <button class="post-act" type="submit">${isAccepted ? '解決を取り消す' : 'この回答で解決した'}</button>
      </form>
    </div>
  </article>`;
}

export const replyForm = `<form id="reply" class="form" action="posts" method="post">
  <div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>
  <div class="reply-to"><input type="hidden" name="key" value="0123456789abcdef" /></div>
  <mado-post-editor data-draft="reply-12"><div class="field">
    <label for="reply-body"><span data-label>本文</span></label>
    <textarea id="reply-body" name="body" rows="6" maxlength="20000" required aria-describedby="reply-body-error"></textarea>
    <p class="field-error" id="reply-body-error" hidden></p>
  </div></mado-post-editor>
  <p class="form-send"><button class="button" data-primary type="submit">返信を送る</button></p>
</form>`;

/** Puts a part of the forum on a page that has an address of its own. */
export function showForum(markup: string, path = '/ja/forum/12/'): HTMLElement {
  const main = show(`<h1>中敷きだけを交換できますか</h1>${markup}`);
  history.replaceState(null, '', path);
  return main;
}

type Live = (version: number) => void;

/** A thread's live stream that the test speaks for, and the page that the server draws next. */
export function useLive(): {
  tell: Live;
  gone: () => void;
  lose: () => void;
  find: () => void;
  draw: (drawn: Drawn) => void;
} {
  const streams: EventTarget[] = [];
  class Stream extends EventTarget {
    constructor() {
      super();
      streams.push(this);
    }
    close(): void {
      streams.splice(streams.indexOf(this), 1);
    }
  }
  vi.stubGlobal('EventSource', Stream);
  const before = globalThis.fetch;
  let next = '';
  vi.stubGlobal('fetch', async (url: string | URL, init?: RequestInit) =>
    String(url).startsWith('/ja/forum/')
      ? new Response(`<!doctype html><main>${next}</main>`, { headers: { 'Content-Type': 'text/html' } })
      : before(url, init),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const tellAll = (name: string) => {
    for (const stream of streams) stream.dispatchEvent(new Event(name));
  };
  const say = (name: string, data: unknown) => {
    for (const stream of streams) stream.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  };
  return {
    tell: (version) => say('thread', { version, replies: version, lastPostAt: 0 }),
    gone: () => say('gone', {}),
    lose: () => tellAll('error'),
    find: () => tellAll('open'),
    draw: (drawn) => {
      next = thread(drawn);
    },
  };
}

export const field = () => find('textarea') as HTMLTextAreaElement;
export const button = (text: string): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('button')];
  const found = all.find((one) => one.textContent?.trim().startsWith(text) || one.ariaLabel === text);
  if (!found) throw new Error(`No button says ${text}`);
  return found;
};
