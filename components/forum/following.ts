import { apiClient } from '../../api/client.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';
import { wordsFor } from './api-words.ts';

type Every = 'post' | 'day' | 'never';

/** The choice of mails about a thread, in a part that somebody has opened. */
export function offerFollowing(place: HTMLDetailsElement, number: number): void {
  const says = messages[pageLanguage()];
  const label = place.querySelector('summary')?.textContent ?? '';
  const choice = Object.assign(document.createElement('select'), { ariaLabel: label, disabled: true });
  for (const [value, text] of Object.entries(says.every)) choice.append(new Option(text, value));
  const status = Object.assign(document.createElement('p'), { role: 'status', className: 'form-note' });
  const body = Object.assign(document.createElement('div'), { className: 'field' });
  body.append(choice, status);
  place.append(body);
  const forum = apiClient(pageLanguage()).api.forum;
  let before: Every = 'never';

  // Opened again, it asks again where it had no answer.
  place.addEventListener('toggle', () => {
    if (place.open && choice.disabled) void ask();
  });
  choice.addEventListener('change', () => void change(choice.value as Every));

  void ask();

  async function ask(): Promise<void> {
    try {
      const { subscriptions } = await (await forum.subscriptions.$get()).json();
      before = subscriptions.find(({ thread }) => thread?.number === number)?.every ?? 'never';
      choice.value = before;
      choice.disabled = false;
      status.textContent = '';
    } catch (error) {
      status.textContent = wordsFor(error);
    }
  }

  /** Said at once; should it not arrive, the choice is as it was. */
  async function change(every: Every): Promise<void> {
    const one = forum.threads[':number{[0-9]{1,9}}'].subscription;
    const param = { number: String(number) };
    status.textContent = says.followed[every];
    try {
      if (every === 'never') await one.$delete({ param });
      else await one.$put({ param, json: { every } });
      before = every;
    } catch (error) {
      choice.value = before;
      status.textContent = wordsFor(error);
    }
  }
}
