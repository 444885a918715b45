import { fire } from '../events.ts';

/**
 * Whether an offered article, or thread, ended the writing: its reader says so, or opened one and left the form unsent. Counted at
 * most once for a page.
 */
export class Deflection {
  #host: HTMLElement;
  #name: 'mado-deflected' | 'mado-question-answered';
  #opened: string | null = null;
  #isOver = false;

  constructor(host: HTMLElement, name: 'mado-deflected' | 'mado-question-answered' = 'mado-deflected') {
    this.#host = host;
    this.#name = name;
    addEventListener('pagehide', () => this.#count('left'));
  }

  /** The last offered article that was opened. */
  get opened(): string | null {
    return this.#opened;
  }

  open(url: string): void {
    this.#opened = url;
  }

  /** The reader says that it answered their question. */
  solve(): void {
    this.#count('solved');
  }

  /** The message was sent, or waits to be: no article has ended it. */
  settle(): void {
    this.#isOver = true;
  }

  #count(how: 'solved' | 'left'): void {
    if (this.#isOver || this.#opened === null) return;
    this.#isOver = true;
    fire(this.#host, this.#name, { url: this.#opened, how });
  }
}
