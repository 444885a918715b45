import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Presence } from '../../../api/desk/contract.ts';
import type { PortalEvents } from '../../events.ts';

/** How often somebody who looks at a ticket says so. */
const everyMs = 15_000;

interface Api {
  put(reference: string, isWriting: boolean): Promise<Presence[]>;
  leave(reference: string): Promise<unknown>;
}

/** Says who is at a ticket while its page is in sight, and knows who else is. What cannot be said is left unsaid. */
export class PresenceSignal implements ReactiveController {
  /** The others who are there just now. */
  present: readonly Presence[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #api: Api;
  #reference = '';
  #isWriting = false;
  #timer = 0;

  constructor(host: ReactiveControllerHost, api: Api) {
    this.#host = host;
    this.#api = api;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#tell);
    document.addEventListener('mado-live-presence', this.#hear);
    this.#timer = window.setInterval(this.#tell, everyMs);
    this.#tell();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tell);
    document.removeEventListener('mado-live-presence', this.#hear);
    window.clearInterval(this.#timer);
    this.attend('');
  }

  /** Is at that ticket from now on; at none when it is empty. */
  attend(reference: string): void {
    const before = this.#reference;
    if (before === reference) return;
    this.#reference = reference;
    this.#isWriting = false;
    this.#show([]);
    if (before) this.#api.leave(before).catch(() => undefined);
    this.#tell();
  }

  /** Begins or stops writing; the others are told at once. */
  write(isWriting: boolean): void {
    if (this.#isWriting === isWriting) return;
    this.#isWriting = isWriting;
    this.#tell();
  }

  #tell = () => {
    const reference = this.#reference;
    if (!reference || document.visibilityState === 'hidden') return;
    this.#api.put(reference, this.#isWriting).then(
      (present) => reference === this.#reference && this.#show(present),
      () => undefined,
    );
  };

  #hear = ({ detail }: CustomEvent<PortalEvents['mado-live-presence']>) => {
    if (detail.reference === this.#reference) this.#show(detail.present);
  };

  #show(present: readonly Presence[]): void {
    if (present.length === 0 && this.present.length === 0) return;
    this.present = present;
    this.#host.requestUpdate();
  }
}
