import { html } from 'hono/html';
import { formFilled } from '../../http/form-again.ts';
import { Problem } from '../../problem.ts';
import type { PostRow, ThreadRow } from '../find-thread.ts';
import { excerptOf } from '../plain-text.ts';
import { mayRemove, rightsOn } from '../rights.ts';
import { levelOf } from '../edit-limits.ts';
import { privateHead } from './head.ts';
import { invitation, type Surroundings, whoTag } from './parts.ts';
import { placeOfPost } from './place-of-post.ts';
import { pageTexts } from './texts.ts';

/** The page for reporting a post; `null` when the build has none. Throws `not-found`. */
export async function flagPage(around: Surroundings, id: string, isSentAgain = false): Promise<string | null> {
  const { services, language, reader } = around;
  const says = pageTexts[language];
  const { post, url } = await placeOfPost(services, id, null);
  return services.pages.filled(`/${language}/forum/flag/shell/`, {
    'page-title': html`${says.report} | ${services.portal().name[language]}`,
    'page-head': privateHead(),
    who: whoTag(around, `/${language}/forum/posts/${id}/flag`),
    post: html`<blockquote class="post-quote">
      <p>${excerptOf(post.html)}</p>
      <p><a href="${url}">${says.toAnswer}</a></p>
    </blockquote>`,
    invitation: reader ? '' : invitation(language, says.signInToFlag, `/${language}/forum/posts/${id}/flag`),
    form: reader || isSentAgain ? html`<input type="hidden" name="post" value="${id}" />` : '',
  });
}

/** The page for editing a post, as it was written; `null` when the build has none. Throws `not-found`, `not-yours`. */
export async function editPage(around: Surroundings, id: string): Promise<string | null> {
  const { services, language, reader } = around;
  const says = pageTexts[language];
  if (!reader) throw new Problem('not-signed-in');
  const { post, thread, url } = await placeOfPost(services, id, reader);
  const rights = rightsOn(post, thread, reader, await levelOf(services.db, post.authorId), services.clock());
  if (!rights.edit) throw new Problem('not-yours');
  const page = await services.pages.filled(`/${language}/forum/edit/shell/`, {
    'page-title': html`${says.edit} | ${services.portal().name[language]}`,
    'page-head': privateHead(),
    who: whoTag(around, url),
    form: titleField(around, post, thread),
    remove: post.authorId === reader.id && mayRemove(post, thread) ? 'yes' : '',
  });
  if (page === null) return null;
  return formFilled(page, 'edit', { body: post.body, title: thread.title });
}

function titleField({ language }: Surroundings, post: PostRow, thread: ThreadRow) {
  const version = html`<input type="hidden" name="version" value="${post.version}" />`;
  if (post.id !== thread.openingPostId) return version;
  return html`${version}
    <div class="field">
      <label for="edit-title"><span data-label>${language === 'ja' ? '題名' : 'Title'}</span></label>
      <input
        id="edit-title"
        name="title"
        maxlength="120"
        required
        autocomplete="off"
        aria-describedby="edit-title-error"
      />
      <p class="field-error" id="edit-title-error" hidden></p>
    </div>`;
}
