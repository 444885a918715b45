import { apiClient, ApiProblem } from '../../api/client.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';
import { wordsFor } from './api-words.ts';
import { save } from './edit-form.ts';
import { postsIn } from './fresh-thread.ts';
import type { MadoPostEditor } from './mado-post-editor.ts';
import type { MadoThread } from './mado-thread.ts';
import { postRemoval } from './post-removal.ts';

/** Puts an editor in a post's place, with what its author wrote. */
export async function editInPlace(thread: MadoThread, id: string): Promise<void> {
  const shown = postsIn(thread).get(id);
  if (!shown || shown.querySelector('form.post-edit')) return;
  try {
    const { title, body, version } = await sourceOf(id);
    open(thread, shown, { id, title, body, version });
  } catch (error) {
    const link = shown.querySelector<HTMLAnchorElement>('a[data-act=edit]');
    // Whatever keeps it from opening here, the page for it says.
    if (link) location.assign(link.href);
    else thread.announce(wordsFor(error));
  }
}

interface Source {
  id: string;
  title: string | null;
  body: string;
  version: number;
}

function open(thread: MadoThread, shown: HTMLElement, { id, title, body, version }: Source): void {
  const says = messages[pageLanguage()];
  const form = document.createElement('form');
  form.className = 'form post-edit';
  form.setAttribute('aria-label', says.editOf);
  form.innerHTML = `<div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>
    ${title === null ? '' : field(`edit-${id}-title`, 'title', '', 120)}
    <mado-post-editor data-draft="post-${id}"><div class="field">
      <label for="edit-${id}-body"><span data-label></span></label>
      <textarea id="edit-${id}-body" name="body" rows="8" maxlength="20000" required aria-describedby="edit-${id}-body-error"></textarea>
      <p class="field-error" id="edit-${id}-body-error" hidden></p>
    </div></mado-post-editor>
    ${field(`edit-${id}-reason`, 'reason', says.optional, 200)}
    <p class="form-send post-edit-acts"><button class="button" data-primary type="submit"></button>
      <button class="button" type="button" data-cancel></button></p>`;
  const label = (name: string, text: string) => {
    const place = form.querySelector(
      `label:has(+ [name=${name}]) [data-label], .field:has([name=${name}]) [data-label]`,
    );
    if (place) place.textContent = text;
  };
  label('title', says.title);
  label('body', says.body);
  label('reason', says.reason);
  const textarea = form.querySelector<HTMLTextAreaElement>('textarea');
  const heading = form.querySelector<HTMLInputElement>('[name=title]');
  // What starting over leads back to.
  if (textarea) textarea.defaultValue = body;
  if (heading) heading.defaultValue = title ?? '';
  const [submit, cancel] = [form.querySelector('[type=submit]'), form.querySelector<HTMLElement>('[data-cancel]')];
  if (submit) submit.textContent = says.save;
  if (cancel) cancel.textContent = says.cancel;
  const hidden = [...shown.querySelectorAll<HTMLElement>(':scope > :not(header)')];
  for (const child of hidden) child.hidden = true;
  shown.append(form);
  const editor = form.querySelector<MadoPostEditor>('mado-post-editor');
  if (!editor) return;
  const before = picturesIn(shown);
  if (editor.pictures.all.length === 0) {
    editor.pictures.take(before);
    editor.requestUpdate();
  }
  const close = () => {
    form.remove();
    for (const child of hidden) child.hidden = false;
    shown.querySelector<HTMLElement>('[data-act=edit]')?.focus();
  };
  cancel?.addEventListener('click', () => {
    editor.clear();
    close();
  });
  let known = version;
  editor.send = async (written) => {
    const pictures = before.map((picture) => picture.id);
    await save(id, known, written, pictures).catch(async (error: unknown) => {
      if (error instanceof ApiProblem && error.slug === 'state-changed') known = await showLatest(form, id);
      throw error;
    });
    close();
    await thread.refresh({ post: id });
    thread.announce(says.saved);
  };
  form.append(postRemoval(thread, id));
  textarea?.focus();
}

/** What the post says by now, for whoever comes second: its version, which the next attempt is about. */
async function showLatest(form: HTMLFormElement, id: string): Promise<number> {
  const { body, version } = await sourceOf(id);
  form.querySelector('.revision-body')?.remove();
  const latest = Object.assign(document.createElement('pre'), {
    className: 'revision-body',
    textContent: body,
    tabIndex: 0,
  });
  latest.setAttribute('aria-label', messages[pageLanguage()].latest);
  latest.role = 'group';
  form.querySelector('[data-slot=problem]')?.after(latest);
  return version;
}

async function sourceOf(id: string) {
  return (await apiClient(pageLanguage()).api.forum.posts[':id'].source.$get({ param: { id } })).json();
}

function field(id: string, name: string, optional: string, most: number): string {
  return `<div class="field">
    <label for="${id}"><span data-label></span>${optional ? ` <span class="field-optional">${optional}</span>` : ''}</label>
    <input id="${id}" name="${name}" maxlength="${most}" autocomplete="off" ${optional ? '' : 'required'} aria-describedby="${id}-error" />
    <p class="field-error" id="${id}-error" hidden></p>
  </div>`;
}

function picturesIn(shown: HTMLElement) {
  return [...shown.querySelectorAll<HTMLImageElement>('.post-pictures img')].map(({ src, alt }) => {
    const { pathname } = new URL(src);
    return { id: pathname.split('/').at(-1) ?? '', url: pathname, name: alt };
  });
}
