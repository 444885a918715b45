import { apiClient } from '../../api/client.ts';
import { pageLanguage } from '../base/page.ts';
import { fire } from '../events.ts';
import { messages } from './act-messages.ts';
import './mado-post-editor.ts';

/** Replies are sent in place, and appear where they belong. */
export function enhanceReply(form: HTMLFormElement): void {
  const editor = form.querySelector('mado-post-editor');
  const thread = document.querySelector('mado-thread');
  if (!editor || !thread) return;
  const says = messages[pageLanguage()];
  editor.send = async ({ body, pictures, secondsTyping, fields, headers }) => {
    const quotes = fields.get('quotes');
    const answer = await apiClient(pageLanguage()).api.forum.threads[':number{[0-9]{1,9}}'].posts.$post(
      {
        param: { number: String(thread.number) },
        json: {
          body,
          pictures,
          ...(secondsTyping === undefined ? {} : { secondsTyping }),
          ...(typeof quotes === 'string' ? { quotes } : {}),
        },
      },
      { headers },
    );
    const sent = await answer.json();
    fire(thread, 'mado-post-sent', { thread: sent.thread, isQuestion: false, isHeld: sent.visibility !== 'visible' });
    form.querySelector('.reply-to [data-quoting]')?.remove();
    form.querySelector('[name=quotes]')?.remove();
    await arrive(sent.url, sent.id, thread, sent.visibility === 'visible' ? says.posted : (sent.held ?? says.pending));
  };
}

/** On this page where it is the last, else on the one that holds it. */
async function arrive(url: string, post: string, thread: HTMLElementTagNameMap['mado-thread'], text: string) {
  const { pathname, searchParams } = new URL(url, location.href);
  const isHere =
    pathname === location.pathname && (searchParams.get('page') ?? '1') === (thread.dataset['page'] ?? '1');
  if (isHere && (await thread.refresh({ post }))) thread.announce(text);
  else location.assign(url);
}

/** Answers a post: names it in the form, and puts in what is selected of it. */
export async function quote(by: HTMLElement): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('form#reply');
  const post = by.closest<HTMLElement>('[data-post]');
  const place = form?.querySelector('.reply-to');
  if (!form || !post || !place) return;
  const editor = form.querySelector('mado-post-editor');
  if (editor && !editor.send) enhanceReply(form);
  const says = messages[pageLanguage()];
  form.querySelector('[name=quotes]')?.remove();
  place.querySelector('[data-quoting], p')?.remove();
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'quotes' });
  field.value = post.dataset['post'] ?? '';
  const note = document.createElement('p');
  note.dataset['quoting'] = '';
  const name = post.querySelector('.forum-author')?.textContent ?? says.noLonger;
  const without = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'form-remove',
    textContent: says.withoutQuote,
  });
  without.addEventListener('click', () => {
    field.remove();
    note.remove();
    form.querySelector('textarea')?.focus();
  });
  note.append(says.quoting(name), ' ', without);
  place.append(field, note);
  const words = selectedIn(post);
  if (editor) await editor.updateComplete;
  if (words) editor?.write(`${words.replaceAll(/^/gm, '> ')}\n\n`);
  form.querySelector('textarea')?.focus();
  form.scrollIntoView({ block: 'nearest' });
}

function selectedIn(post: HTMLElement): string {
  const selection = getSelection();
  const isInside =
    selection && !selection.isCollapsed && post.querySelector('.post-body')?.contains(selection.anchorNode);
  return isInside ? selection.toString().trim() : '';
}
