import { apiClient } from '../../api/client.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';
import { wordsFor } from './api-words.ts';
import type { MadoThread } from './mado-thread.ts';

/** Takes a post of one's own back; asks first, since only moderators can bring it back. */
export function postRemoval(thread: MadoThread, id: string): HTMLElement {
  const says = messages[pageLanguage()];
  const place = document.createElement('div');
  place.className = 'post-removal';
  const offer = () => place.replaceChildren(button(says.remove, ask));
  const ask = () => {
    const question = paragraph(says.removeAsk);
    place.replaceChildren(
      question,
      button(says.removeYes, () => void remove()),
      button(says.cancel, offer),
    );
    question.focus();
  };
  const remove = async () => {
    const posts = apiClient(pageLanguage()).api.forum.posts[':id'];
    try {
      await posts.$delete({ param: { id } });
      place.closest('form')?.remove();
      await thread.refresh({ post: id });
      thread.announce(says.removed);
    } catch (error) {
      const problem = paragraph(wordsFor(error));
      place.prepend(problem);
      problem.focus();
    }
  };
  offer();
  return place;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), {
    type: 'button' as const,
    className: 'button',
    textContent: text,
  });
  made.addEventListener('click', onClick);
  return made;
}

function paragraph(text: string): HTMLElement {
  return Object.assign(document.createElement('p'), { textContent: text, tabIndex: -1 });
}
