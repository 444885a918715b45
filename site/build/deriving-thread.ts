import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Derivation, PageOfText } from './derived.ts';
import type { Order } from './derived-thread.ts';

/** `DerivedFiles` in a thread of its own, so that they are made while later pages are still drawn. */
export class DerivingThread {
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;

  constructor(derivation: Derivation) {
    this.#worker = new Worker(new URL('derived-thread.ts', import.meta.url), {
      workerData: derivation,
      // How this process was called is none of its business: what is right for a text (`--eval`) is not for a file.
      execArgv: [],
    });
    this.#ended = once(this.#worker, 'exit');
    // Thrown where it is waited for.
    this.#ended.catch(() => undefined);
  }

  add(page: PageOfText): void {
    this.#tell(page);
  }

  /** When every page has been added: waits until all files are written. Throws what went wrong with any of them. */
  async finish(): Promise<void> {
    this.#tell('finish');
    await this.#ended;
  }

  /** Ends it after the page it is at, with the processes it has started; nothing is written from then on. Never throws. */
  async stop(): Promise<void> {
    this.#tell('stop');
    await this.#ended.catch(() => undefined);
  }

  #tell(order: Order): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(order);
  }
}
