import { html, raw } from 'hono/html';
import type { Fragment } from '../../http/pages.ts';
import type { ForumPost, PostPicture } from '../contract.ts';
import { isModerator } from '../viewer.ts';
import { authorTag, nameOf, type Surroundings, timeTag } from './parts.ts';
import { bodyOf } from './post-body.ts';
import { pageTexts } from './texts.ts';

/** Where a post stands: the address of its page of the thread. */
export interface Place {
  /** Site-absolute, with the page. */
  address: string;
  /** Whether somebody may answer here. */
  mayReply: boolean;
  /** Where one answers, with a place for the id of what is quoted. */
  quoteAddress: (id: string) => string;
}

/** A post in its place, with all that the reader may do with it. */
export function postItem(around: Surroundings, post: ForumPost, place: Place): Fragment {
  const { id, isAccepted, isOfficial, isOpening, version } = post;
  return html`<article
    class="forum-post"
    id="post-${id}"
    data-post="${id}"
    data-version="${version}"
    ${isAccepted ? raw('data-accepted') : ''}
    ${isOfficial && !isOpening ? raw('data-official') : ''}
  >
    ${head(around, post, `#post-${id}`)} ${standing(around, post)} ${quoted(around, post)}
    <div class="prose post-body">${bodyOf(post.html, isOpening ? 2 : 3, around.language)}</div>
    ${pictures(around, post.pictures)} ${actions(around, post, place)}
  </article>`;
}

/** The accepted answer, as it stands on top of the first page: the whole of it, and the way to its place. */
export function acceptedOnTop(around: Surroundings, post: ForumPost, address: string): Fragment {
  const says = pageTexts[around.language];
  return html`<section class="accepted" aria-labelledby="accepted">
    <h2 id="accepted">${says.solvedBy}</h2>
    ${head(around, { ...post, isAccepted: false }, address)}
    <div class="prose post-body">${bodyOf(post.html, 3, around.language)}</div>
    ${pictures(around, post.pictures)}
    <p class="accepted-place"><a href="${address}">${says.toAnswer}</a></p>
  </section>`;
}

function head(
  around: Surroundings,
  { author, isAccepted, isOfficial, isOpening, createdAt, editedAt }: ForumPost,
  address: string,
): Fragment {
  const says = pageTexts[around.language];
  return html`<header class="post-head">
    ${authorTag(around, author, !isOfficial || isOpening)}
    ${isOfficial && !isOpening ? html`<span class="forum-mark" data-mark="official">${says.official}</span>` : ''}
    ${isAccepted ? html`<span class="forum-mark" data-mark="solved">${says.accepted}</span>` : ''}
    <a class="post-time" href="${address}">${timeTag(around, createdAt)}</a>
    ${editedAt === null ? '' : html`<span class="post-edited">${says.edited}</span>`}
  </header>`;
}

/** What is not seen by everybody says so, and what happens next. */
function standing(around: Surroundings, { visibility, author, may, id }: ForumPost): Fragment | '' {
  if (visibility === 'visible') return '';
  const { language, reader } = around;
  const says = pageTexts[language];
  const isOwn = author.id === reader?.id;
  if (!isOwn && !isModerator(reader)) return '';
  const revise =
    isOwn && visibility === 'returned' && may.edit
      ? html` <a href="/${language}/forum/posts/${id}/edit">${says.edit}</a>`
      : '';
  return html`<p class="notice post-standing" data-visibility="${visibility}">
    ${isOwn ? says.standing[visibility] : says.seenByModerators[visibility]}${revise}
    ${isOwn ? html` <a href="/${language}/forum/own/">${says.toOwn}</a>` : ''}
  </p>`;
}

function quoted({ language }: Surroundings, { quotes }: ForumPost): Fragment | '' {
  if (!quotes) return '';
  return html`<blockquote class="post-quote">
    <p>
      <a href="/${language}/forum/posts/${quotes.id}/"><bdi>${nameOf({ name: quotes.author }, language)}</bdi></a>
    </p>
    <p>${quotes.excerpt}</p>
  </blockquote>`;
}

function pictures({ language }: Surroundings, all: readonly PostPicture[]): Fragment | '' {
  if (all.length === 0) return '';
  return html`<ul class="post-pictures">
    ${all.map(
      ({ url, width, height, name }) =>
        html`<li>
          <a href="${url}"
            ><img
              src="${url}"
              width="${width}"
              height="${height}"
              loading="lazy"
              decoding="async"
              alt="${name || pageTexts[language].picture}"
          /></a>
        </li>`,
    )}
  </ul>`;
}

function actions(around: Surroundings, { id, author, isAccepted, visibility, may }: ForumPost, place: Place): Fragment {
  const { language, reader } = around;
  const says = pageTexts[language];
  const isOwn = author.id === reader?.id;
  const mayFlag = may.flag || (reader === null && visibility === 'visible');
  const links = [
    place.mayReply && visibility === 'visible'
      ? html`<a data-act="quote" href="${place.quoteAddress(id)}" rel="nofollow">${says.quote}</a>`
      : null,
    may.edit
      ? html`<a data-act="edit" href="/${language}/forum/posts/${id}/edit" rel="nofollow">${says.edit}</a>`
      : null,
    mayFlag && !isOwn
      ? html`<a data-act="flag" href="/${language}/forum/posts/${id}/flag" rel="nofollow">${says.report}</a>`
      : null,
    may.accept
      ? html`<form data-act="accept" action="accepted" method="post">
          ${isAccepted ? '' : html`<input type="hidden" name="post" value="${id}" />`}
          <button class="post-act" type="submit">${isAccepted ? says.withdraw : says.accept}</button>
        </form>`
      : null,
  ].filter((link) => link !== null);
  if (links.length === 0) return html``;
  return html`<div class="post-actions">${links}</div>`;
}
