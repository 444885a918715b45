import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { apiClient } from '../../api/client.ts';
import type { DeskPage } from './desk-pages.ts';

/** How often it is asked how much waits elsewhere, while the desk is in sight. */
const askEveryMs = 60_000;

/** How much waits on the pages of the desk that say so: asked now and then, and told by the page somebody is on. */
export class WaitingCounts implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** The pages to ask about, and in which language; none while nobody is signed in. */
  readonly #asked: () => { pages: readonly DeskPage[]; language: 'ja' | 'en' };
  #counts: Readonly<Record<string, number>> = {};
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, asked: () => { pages: readonly DeskPage[]; language: 'ja' | 'en' }) {
    this.#host = host;
    this.#asked = asked;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.ask(), askEveryMs);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  /** By the ids of pages; those where nobody has counted are left out. */
  get all(): Readonly<Record<string, number>> {
    return this.#counts;
  }

  /** A page has counted by itself. */
  tell(page: string, count: number): void {
    this.#counts = { ...this.#counts, [page]: count };
    this.#host.requestUpdate();
  }

  /** Asks about each page; what cannot be known stays as it was. */
  async ask(): Promise<void> {
    if (document.hidden) return;
    const { pages, language } = this.#asked();
    const { api } = apiClient(language);
    await Promise.all(
      pages.map(async ({ id, count }) => {
        try {
          if (count) this.tell(id, await count(api));
        } catch {
          // The page itself says what is wrong, to whoever goes there.
        }
      }),
    );
  }

  /** Nobody is signed in any more. */
  forget(): void {
    this.#counts = {};
  }

  #onVisibility = () => void this.ask();
}
