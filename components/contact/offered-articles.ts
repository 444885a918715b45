import type { LitElement, nothing, TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import { fire } from '../events.ts';
import { Deflection } from './deflection.ts';
import { type Suggested, type SuggestionPlace, suggestWhileTyping } from './suggesting.ts';
import { suggestionList } from './suggestion-list.ts';

const nothingSuggested: Suggested = { place: 'suggestions', results: [] };

/** Articles that may answer what is being written, and whether one of them did. */
export class OfferedArticles {
  #host: LitElement;
  #language: Language;
  #suggested = nothingSuggested;
  #deflection: Deflection;
  #typing: { forget: () => void } | null = null;

  constructor(host: LitElement, language: Language) {
    this.#host = host;
    this.#language = language;
    this.#deflection = new Deflection(host);
  }

  /** Looks for some while a form is being filled in. */
  watch(form: HTMLFormElement): void {
    this.#typing = suggestWhileTyping(form, this.#language, (suggested) => {
      this.#suggested = suggested;
      this.#host.requestUpdate();
    });
  }

  /** Those that are offered at a place; with the question whether that was it, once one was opened. */
  at(place: SuggestionPlace, onSolved: () => void): TemplateResult | typeof nothing {
    const { place: chosen, results } = this.#suggested;
    return suggestionList(place === chosen ? results : [], this.#language, {
      onOpen: (url, rank) => this.#open(url, rank),
      onSolved: this.#deflection.opened === null ? null : onSolved,
    });
  }

  /** None are offered any more, for what was written is gone. */
  forget(): void {
    this.#typing?.forget();
    this.#suggested = nothingSuggested;
    this.#host.requestUpdate();
  }

  /** The message has left: no article has ended the writing. */
  settle(): void {
    this.#deflection.settle();
  }

  /** Its reader says that one answered the question. */
  solve(): void {
    this.#deflection.solve();
  }

  #open(url: string, rank: number): void {
    fire(this.#host, 'mado-suggestion-opened', { url, rank });
    this.#deflection.open(url);
    this.#host.requestUpdate();
  }
}
