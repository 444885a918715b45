import { pageLanguage } from '../base/page.ts';
import { addReplies, freshThread, postsIn, takeFacts } from './fresh-thread.ts';
import type { MadoThread } from './mado-thread.ts';
import { messages } from './news-messages.ts';

/** What is new in a thread waits in a line at the foot of the window. */
export async function offerNews(thread: MadoThread): Promise<void> {
  const { bar } = thread;
  const fresh = await freshThread(thread.address);
  if (!fresh) return;
  thread.dataset['version'] = fresh.dataset['version'] ?? '';
  const says = messages[pageLanguage()];
  const known = postsIn(thread);
  const added = [...postsIn(fresh).keys()].filter((id) => !known.has(id));
  const isDecided = standings(fresh) !== standings(thread);
  const drawAnew = () => void thread.refresh({ post: added[0] ?? [...known.keys()][0] });
  if (added.length > 0) {
    show(says.newReplies(added.length), button(says.show, isDecided ? drawAnew : showReplies));
  } else if (fresh.dataset['pages'] !== thread.dataset['pages']) {
    show(says.changed, linkTo(fresh.dataset['pages'] ?? '1', says.later));
  } else if (isDecided) {
    show(says.decided, button(says.show, drawAnew));
  }

  function showReplies(): void {
    if (!fresh) return;
    const [first] = addReplies(thread, fresh);
    bar.hidden = true;
    thread.announce(says.shown(added.length));
    if (!first) return;
    first.tabIndex = -1;
    first.focus();
  }

  function show(text: string, act: HTMLElement): void {
    bar.replaceChildren(text, ' ', act);
    bar.hidden = false;
    thread.announce(text);
  }
}

/** Draws everything as it is now, and leads to a post of it, or to something in it. Whether there was an answer. */
export async function redraw(
  thread: MadoThread,
  lead: { post?: string | undefined; act?: string | undefined },
): Promise<boolean> {
  const fresh = await freshThread(thread.address);
  if (!fresh) return false;
  thread.bar.hidden = true;
  if (thread.querySelector('form.post-edit')) addReplies(thread, fresh);
  else {
    const added = document.importNode(fresh, true);
    thread.replaceChildren(...added.childNodes);
    takeFacts(thread, fresh);
  }
  thread.offer();
  const post = postsIn(thread).get(lead.post ?? '');
  const target = post?.querySelector<HTMLElement>(`[data-act="${lead.act ?? ''}"] button`) ?? post;
  if (target === post && post) post.tabIndex = -1;
  target?.focus();
  return true;
}

/** Which of one's own posts wait, or were decided on. */
function standings(thread: HTMLElement): string {
  const all = [...thread.querySelectorAll<HTMLElement>('.post-standing')];
  return all
    .map((note) => `${note.closest<HTMLElement>('[data-post]')?.dataset['post']} ${note.dataset['visibility']}`)
    .join();
}

function button(textContent: string, onClick: () => void): HTMLElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent });
  made.addEventListener('click', onClick);
  return made;
}

function linkTo(page: string, textContent: string): HTMLElement {
  const href = `${location.pathname}?page=${page}`;
  return Object.assign(document.createElement('a'), { className: 'button', href, textContent });
}
