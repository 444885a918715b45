import { apiClient } from '../../api/client.ts';
import { formText } from '../base/form-text.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';
import { wordsFor } from './api-words.ts';
import type { MadoThread } from './mado-thread.ts';

type Begin = (thread: MadoThread, by: HTMLElement, post: string) => Promise<void>;

/** What may be done in a thread, by its name in the page. Moderators' own acts belong here, too. */
const acts: Readonly<Record<string, Begin>> = {
  quote: async (_, by) => (await import('./reply-form.ts')).quote(by),
  edit: async (thread, _, post) => (await import('./edit-in-place.ts')).editInPlace(thread, post),
  flag: async (_, by, post) => (await import('./flag-dialog.ts')).openFlag(post, by),
  history: async (_, by, post) => (await import('./history-dialog.ts')).openHistory(post, by),
  accept,
  'me-too': sayMeToo,
};

/** Does what a link, button or form of a thread is for. */
export function act(thread: MadoThread, by: HTMLElement): void {
  const post = by.closest<HTMLElement>('[data-post]')?.dataset['post'] ?? '';
  void acts[by.dataset['act'] ?? '']?.(thread, by, post);
}

async function accept(thread: MadoThread, by: HTMLElement, post: string): Promise<void> {
  const answer = new FormData(by as HTMLFormElement).get('post');
  const says = messages[pageLanguage()];
  const threads = apiClient(pageLanguage()).api.forum.threads[':number{[0-9]{1,9}}'];
  const param = { number: String(thread.number) };
  await once(thread, by, async () => {
    if (typeof answer === 'string') await threads.accepted.$put({ param, json: { post: answer } });
    else await threads.accepted.$delete({ param });
    await thread.refresh({ post, act: 'accept' });
    thread.announce(typeof answer === 'string' ? says.accepted : says.withdrawn);
  });
}

/** Shown at once, since it can be taken back; should it not arrive, it is as before. */
async function sayMeToo(thread: MadoThread, by: HTMLElement): Promise<void> {
  const form = by as HTMLFormElement;
  const fields = new FormData(form);
  const says = messages[pageLanguage()];
  const isSaid = fields.get('says') === 'yes';
  const wording = formText(fields, 'wording');
  const button = form.querySelector('button');
  const param = { number: String(thread.number) };
  const meToo = apiClient(pageLanguage()).api.forum.threads[':number{[0-9]{1,9}}']['me-too'];
  button?.setAttribute('aria-pressed', String(isSaid));
  const isDone = await once(thread, by, async () => {
    if (isSaid) await meToo.$put({ param, json: wording ? { wording } : {} });
    else await meToo.$delete({ param });
    await thread.refresh();
    thread.querySelector<HTMLElement>('form[data-act="me-too"] button')?.focus();
    thread.announce(isSaid ? says.meToo : says.notMeToo);
  });
  if (!isDone) button?.setAttribute('aria-pressed', String(!isSaid));
}

/** Once at a time; what goes wrong is said where it was begun. */
async function once(thread: MadoThread, by: HTMLElement, call: () => Promise<void>): Promise<boolean> {
  const button = by.querySelector('button');
  if (button?.getAttribute('aria-disabled') === 'true') return false;
  button?.setAttribute('aria-disabled', 'true');
  by.querySelector('.field-error')?.remove();
  try {
    await call();
    return true;
  } catch (error) {
    const text = wordsFor(error);
    by.append(Object.assign(document.createElement('p'), { className: 'field-error', textContent: text }));
    thread.announce(text);
    return false;
  } finally {
    button?.removeAttribute('aria-disabled');
  }
}
