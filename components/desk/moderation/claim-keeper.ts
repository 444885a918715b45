import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiProblem, type apiClient } from '../../../api/client.ts';
import type { Reviewable } from '../../../api/moderation/contract.ts';

type Api = ReturnType<typeof apiClient>['api'];

/** Whoever only passes by claims nothing. */
const dwellMs = 300;
/** A claim lasts ten minutes: it is renewed before. */
const renewMs = 4 * 60_000;

interface Listener {
  api: (until?: AbortSignal) => Api;
  claimed: (item: Reviewable) => void;
  /** Somebody else was first. */
  refused: () => void;
}

/** Holds what somebody looks at, so that nobody else decides on it meanwhile, and gives it back when they leave. */
export class ClaimKeeper implements ReactiveController {
  readonly #listener: Listener;
  #id = '';
  #isHeld = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();

  constructor(host: ReactiveControllerHost, listener: Listener) {
    this.#listener = listener;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onPageHide);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onPageHide);
    this.leave();
  }

  /** Somebody looks at this one now; what they looked at before is given back. */
  hold(id: string): void {
    if (this.#id === id) return;
    this.leave();
    this.#id = id;
    this.#timer = setTimeout(() => void this.#claim(), dwellMs);
  }

  /** Nobody looks any more. */
  leave(): void {
    const id = this.#id;
    const wasHeld = this.#isHeld;
    this.forget();
    if (wasHeld) void this.#release(id);
  }

  /** It was decided, which gives it back by itself. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#id = '';
    this.#isHeld = false;
  }

  async #claim(): Promise<void> {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const id = this.#id;
    try {
      const answer = await this.#listener.api(signal).moderation.reviewables[':id'].claim.$put({ param: { id } });
      const item = await answer.json();
      if (signal.aborted) return;
      this.#isHeld = true;
      this.#listener.claimed(item);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiProblem && error.slug === 'claimed') this.#listener.refused();
    }
    // Also what did not get through is tried again: somebody may still be looking.
    this.#timer = setTimeout(() => void this.#claim(), renewMs);
  }

  async #release(id: string): Promise<void> {
    try {
      await this.#listener.api().moderation.reviewables[':id'].claim.$delete({ param: { id } });
    } catch {
      // It ends by itself.
    }
  }

  #onPageHide = () => {
    if (!this.#isHeld) return;
    const id = encodeURIComponent(this.#id);
    this.forget();
    void fetch(`/api/moderation/reviewables/${id}/claim`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
  };
}
