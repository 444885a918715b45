import { html, nothing, type TemplateResult } from 'lit';
import type { Similar } from '../../api/forum/search/contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import { messages } from './similar-messages.ts';

const pauseMs = 400;
const shortest = 2;
const most = 3;

export const nothingSimilar: Similar = { articles: [], threads: [] };

/**
 * Finds threads and articles while the title of a question is typed. Words that an input method has not converted yet are
 * none. Without the API, the articles still come: their index is part of the site.
 */
export function similarWhileTyping(
  field: HTMLInputElement,
  language: Language,
  show: (similar: Similar) => void,
): { forget: () => void } {
  let timer = 0;
  let turn = 0;
  const look = async () => {
    turn += 1;
    const mine = turn;
    const title = field.value.trim();
    const found = title.length < shortest ? nothingSimilar : await similarTo(title, language);
    if (mine === turn) show(found);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), pauseMs);
  };
  field.addEventListener('input', (event) => {
    if (!event.isComposing) soon();
  });
  field.addEventListener('compositionend', soon);
  if (field.value) soon();
  return {
    forget: () => {
      clearTimeout(timer);
      turn += 1;
    },
  };
}

async function similarTo(title: string, language: Language): Promise<Similar> {
  const [asked, articles] = await Promise.all([askedOf(title, language), articlesFor(title, language)]);
  return { threads: asked.threads.slice(0, most), articles: articles ?? asked.articles };
}

async function askedOf(title: string, language: Language): Promise<Similar> {
  try {
    const query = new URLSearchParams({ title, language });
    const answer = await fetch(`/api/forum/similar?${query.toString()}`, { headers: { 'Accept-Language': language } });
    return answer.ok ? ((await answer.json()) as Similar) : nothingSimilar;
  } catch {
    // What is offered is a courtesy.
    return nothingSimilar;
  }
}

/**
 * What the site's own search finds that answers it well; `null` where it cannot be asked. Search is a good part of a page's
 * script: it is fetched when somebody writes.
 */
async function articlesFor(title: string, language: Language): Promise<Similar['articles'] | null> {
  try {
    const { search } = await import('../search/search.ts');
    const found = await search(title, language, { most });
    return found.fits ? found.results.map((result) => ({ url: result.url, title: result.title })) : [];
  } catch {
    return null;
  }
}

interface Acts {
  onOpen: (url: string) => void;
  /** Set once one was opened: asks whether that was it. */
  onSolved: (() => void) | null;
}

/** What may answer it already; each opens beside the form. */
export function similarList(
  { articles, threads }: Similar,
  language: Language,
  { onOpen, onSolved }: Acts,
): TemplateResult | typeof nothing {
  if (articles.length + threads.length === 0) return nothing;
  const says = messages[language];
  const item = (url: string, title: string, mark: string) =>
    html`<li>
      <a href=${url} target="_blank" @click=${() => onOpen(url)}>${title}</a>
      <span class="forum-mark">${mark}</span>
    </li>`;
  return html`<section class="suggestions" aria-labelledby="similar-title">
    <h2 id="similar-title">${says.title}</h2>
    <ul>
      ${articles.map(({ url, title }) => item(url, title, says.article))}
      ${threads.map(({ url, title, isSolved }) => item(url, title, isSolved ? says.solved : says.thread))}
    </ul>
    ${
      onSolved
        ? html`<p class="suggestions-solved">
            <span>${says.question}</span>
            <button class="button" type="button" @click=${onSolved}>${says.yes}</button>
          </p>`
        : nothing
    }
  </section>`;
}
