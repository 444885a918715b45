import { render } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import { dismissLetter, eraseLetter, takeBackLetter, tellTabs } from '../letters/deliver-letters.ts';
import type { Letter } from '../letters/letter.ts';
import { letterList } from '../letters/letter-list.ts';
import { putLetter } from '../letters/letter-store.ts';
import { messages } from '../letters/messages.ts';
import { type Watched, watchLetters } from '../letters/watch-letters.ts';

interface Around {
  /** Where they are shown. */
  place: HTMLElement;
  language: Language;
  /** Puts the words of a message back into the form; `isAsked` when its writer wants that now. */
  giveBack: (letter: Letter, isAsked: boolean) => void;
  /** Whether giving back would write over nothing. */
  isFormEmpty: () => boolean;
  announce: (text: string) => void;
  /** Aborted when nobody looks at them any more. */
  signal: AbortSignal;
}

/** Messages that wait on this device, on the contact page: what becomes of them, and what may be done about it. */
export class WaitingLetters {
  #around: Around;
  #letters: Letter[] = [];
  #isTrying = false;
  #watched: Watched;

  constructor(around: Around) {
    this.#around = around;
    this.#watched = watchLetters((letters) => this.#show(letters), around.signal);
  }

  /** Keeps a message until it can be sent, and leads to it. Rejects where nothing can be kept. */
  async keep(letter: Letter): Promise<void> {
    await putLetter(letter);
    await this.#watched.wait();
    tellTabs();
    this.#around.place.querySelector<HTMLElement>(`[data-key="${letter.key}"] h3`)?.focus();
  }

  #show(letters: readonly Letter[]): void {
    const { isFormEmpty, giveBack } = this.#around;
    const returned = letters.find(({ state }) => state.kind === 'returned');
    const back = returned && isFormEmpty() ? returned : null;
    if (back) {
      giveBack(back, false);
      void dismissLetter(back.key);
    }
    this.#letters = letters.filter((letter) => letter !== back);
    this.#draw();
  }

  #draw(): void {
    const { place, language } = this.#around;
    const acts = {
      isTrying: this.#isTrying,
      tryNow: () => void this.#tryNow(),
      edit: (letter: Letter) => void this.#edit(letter),
      erase: (letter: Letter) => void this.#erase(letter),
      dismiss: ({ key }: Letter) => void dismissLetter(key),
    };
    render(letterList(this.#letters, language, acts), place);
  }

  async #tryNow(): Promise<void> {
    if (this.#isTrying) return;
    this.#isTrying = true;
    this.#draw();
    await this.#watched.tryNow();
    this.#isTrying = false;
    this.#draw();
  }

  async #edit(letter: Letter): Promise<void> {
    if (await takeBackLetter(letter.key)) this.#around.giveBack(letter, true);
  }

  async #erase(letter: Letter): Promise<void> {
    if (await eraseLetter(letter.key)) this.#around.announce(messages[this.#around.language].erased);
  }
}
