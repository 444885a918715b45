import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ModerationCounts } from '../../../api/moderation/contract.ts';

/** How often it is asked how much waits, while somebody looks. */
const askEveryMs = 15_000;
/** What is shown may have changed without the figures doing so. */
const lookEveryMs = 60_000;

interface Watcher {
  /** Asks for the figures; throws where they do not come. */
  count: () => Promise<ModerationCounts>;
  /** They are others than before, or it is time to look again. */
  changed: () => void;
}

/** Asks now and then what waits in the queue, while the page is in sight. */
export class QueueWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #watcher: Watcher;
  counts: ModerationCounts | null = null;
  /** Whether what is new does not arrive. */
  isStale = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lookedAt = 0;

  constructor(host: ReactiveControllerHost, watcher: Watcher) {
    this.#host = host;
    this.#watcher = watcher;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lookedAt = Date.now();
    this.#timer = setInterval(() => void this.#tick(), askEveryMs);
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.ask();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  /** Asks now; whether the figures are others than before. */
  async ask(): Promise<boolean> {
    const before = JSON.stringify(this.counts);
    try {
      this.counts = await this.#watcher.count();
      this.isStale = false;
    } catch {
      this.isStale = this.counts !== null;
    }
    this.#host.requestUpdate();
    return before !== 'null' && JSON.stringify(this.counts) !== before;
  }

  async #tick(): Promise<void> {
    if (document.hidden) return;
    const isChanged = await this.ask();
    if (!isChanged && Date.now() - this.#lookedAt < lookEveryMs) return;
    this.#lookedAt = Date.now();
    this.#watcher.changed();
  }

  #onVisibility = () => {
    if (!document.hidden) void this.#tick();
  };
}
