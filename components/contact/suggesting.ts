import type { Language } from '../../content/schema/languages.ts';
import type { SearchResult } from '../search/search.ts';

const pauseMs = 300;
const shortest = 2;
const most = 3;
/** Of a message, its beginning says what it is about. */
const longest = 120;

/** Where articles are offered: below the field that is being written in. */
export type SuggestionPlace = 'suggestions' | 'message-suggestions';

export interface Suggested {
  place: SuggestionPlace;
  results: SearchResult[];
}

/**
 * Finds articles while a subject and a message are typed: for the subject, and where that leads nowhere for the
 * message. Words that an input method has not converted yet are none. `forget` leaves out what is still being looked for.
 */
export function suggestWhileTyping(
  form: HTMLFormElement,
  language: Language,
  show: (suggested: Suggested) => void,
): { forget: () => void } {
  const subject = form.querySelector<HTMLInputElement>('[name=subject]');
  const message = form.querySelector<HTMLTextAreaElement>('[name=message]');
  let timer = 0;
  let turn = 0;
  const suggest = async (place: SuggestionPlace) => {
    turn += 1;
    const mine = turn;
    const wanted = [subject?.value, place === 'message-suggestions' ? firstSentence(message?.value ?? '') : '']
      .map((text) => text?.trim() ?? '')
      .filter((text) => text.length >= shortest);
    const results: SearchResult[] = [];
    for (const query of wanted) {
      // Suggestions are a courtesy: without an index, the form works as well.
      const found = await suggestionsFor(query, language).catch(() => null);
      if (mine !== turn) return;
      for (const result of found?.fits ? found.results : []) {
        if (!results.some(({ url }) => url === result.url)) results.push(result);
      }
    }
    show({ place, results: results.slice(0, most) });
  };
  const soon = (place: SuggestionPlace) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void suggest(place), pauseMs);
  };
  const listen = (field: HTMLElement | null, place: SuggestionPlace) => {
    field?.addEventListener('input', (event) => {
      if (!event.isComposing) soon(place);
    });
    field?.addEventListener('compositionend', () => soon(place));
  };
  listen(subject, 'suggestions');
  listen(message, 'message-suggestions');
  if (subject?.value) soon('suggestions');
  return {
    forget: () => {
      window.clearTimeout(timer);
      turn += 1;
    },
  };
}

/** Search is a good part of the page's script: it is fetched when somebody writes. */
async function suggestionsFor(query: string, language: Language) {
  const { search } = await import('../search/search.ts');
  return search(query, language, { most });
}

function firstSentence(text: string): string {
  return (/^[\s]*[^。．.!?！？\n]*/.exec(text)?.[0] ?? '').trim().slice(0, longest);
}
