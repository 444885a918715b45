/** A page of a thread as the server draws it now, for whoever is signed in; `null` where it does not answer. */
export async function freshThread(address: string): Promise<HTMLElement | null> {
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector<HTMLElement>('mado-thread');
  } catch {
    return null;
  }
}

/** The posts in a thread, by their ids. */
export function postsIn(thread: ParentNode): Map<string, HTMLElement> {
  const posts = [...thread.querySelectorAll<HTMLElement>('[data-post]')];
  return new Map(posts.map((post) => [post.dataset['post'] ?? '', post]));
}

/** Adds replies at the end, where nothing that is read moves; gives the first of them. */
export function addReplies(thread: HTMLElement, fresh: HTMLElement): HTMLElement[] {
  const known = postsIn(thread);
  const added = [...postsIn(fresh)].filter(([id]) => !known.has(id)).map(([, post]) => post);
  const list = thread.querySelector('.posts');
  if (list) for (const post of added) list.append(document.importNode(post.closest('li') ?? post, true));
  else {
    const section = fresh.querySelector('.replies');
    const below = thread.querySelector(':scope > :is(.pager, .thread-follow)');
    if (section) thread.insertBefore(document.importNode(section, true), below);
  }
  takeFacts(thread, fresh);
  const all = postsIn(thread);
  return added.flatMap((post) => all.get(post.dataset['post'] ?? '') ?? []);
}

/** Takes what is said of the thread as a whole, and whether one may reply by now. */
export function takeFacts(thread: HTMLElement, fresh: HTMLElement): void {
  for (const name of ['version', 'page', 'pages']) thread.dataset[name] = fresh.dataset[name] ?? '';
  const [old, now] = [thread, fresh].map((one) => one.querySelector('.thread-facts'));
  if (old && now) old.replaceWith(document.importNode(now, true));
  const [reply, replyNow] = [document, fresh.ownerDocument].map((page) =>
    page.querySelector<HTMLElement>('#reply-section'),
  );
  if (reply && replyNow) reply.hidden = replyNow.hidden;
}
