import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import type { IndexedCategory } from './core/question-index.ts';
import { kinds } from './kinds.ts';
import { messages } from './messages.ts';
import type { SearchResult } from './search.ts';

/** What stands under the title of a result: what it is, and its answer when search is sure, else an excerpt. */
export function resultText(
  result: SearchResult,
  language: Language,
  categories: readonly IndexedCategory[],
): TemplateResult {
  return html`${meta(result, language, categories)}${result.isDirect ? answer(result, language) : excerpt(result)}`;
}

function meta(
  { kind, category, language: foreign, isSolved }: SearchResult,
  language: Language,
  known: readonly IndexedCategory[],
) {
  const name = known.find(({ slug }) => slug === category)?.name;
  const label = foreign
    ? html`<span class="result-kind" lang=${foreign}>${messages[foreign].languageName}</span>`
    : nothing;
  return html`<span class="result-meta"
    >${label}${
      kind === 'forum'
        ? html`<span class="result-kind">${messages[language].forum}</span>${
              isSolved ? html`<span>${messages[language].solved}</span>` : nothing
            }`
        : html`<span>${kinds[language][kind]}</span>`
    }${name ? html`<span>${name}</span>` : nothing}</span
  >`;
}

function answer({ excerpt }: SearchResult, language: Language) {
  return html`<span class="result-answer"
    ><span class="result-answer-label">${messages[language].answer}</span
    ><span class="result-excerpt" data-direct>${excerpt.map(({ text }) => text)}</span></span
  >`;
}

function excerpt({ excerpt, language }: SearchResult) {
  return html`<span class="result-excerpt" lang=${language ?? nothing}
    >${excerpt.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text))}</span
  >`;
}
