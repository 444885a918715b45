import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveEvent } from '../../../api/desk/contract.ts';
import { fire } from '../../events.ts';

/** How long a break may last before it is said. */
const patienceMs = 5000;
/** How often the list is fetched while the stream is broken, or the page is out of sight. */
const fallbackMs = 60_000;

/** What the list does with what the stream says. */
export interface LiveListener {
  /** Something has changed; or a while was missed, and anything may have. */
  changed: (event?: Extract<LiveEvent, { kind: 'ticket' }>) => void;
  /** It has passed a minute: times have moved on, and so may have what the stream does not bring. */
  minutePassed: () => void;
}

/**
 * The desk's live stream while its list is on the page and in sight: out of sight the connection is given back, since a
 * browser has six for all tabs. After a break the browser names the last event it had; a stream that was refused is
 * tried again each minute, and everything fetched meanwhile.
 */
export class LiveStream implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #listener: LiveListener;
  #source: EventSource | null = null;
  #minute: ReturnType<typeof setInterval> | undefined;
  #breaking: ReturnType<typeof setTimeout> | undefined;
  #isBegun = false;
  /** Whether events may have been missed since the last fetch: at first, those between the fetch and the opening. */
  #isBehind = true;
  /** Whether the list has to be fetched by the clock, as far as somebody has to know. */
  isBroken = false;

  constructor(host: ReactiveControllerHost, listener: LiveListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  /** Begins, with the list just fetched. */
  begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#minute = setInterval(this.#onMinute, fallbackMs);
    if (!document.hidden) this.#open();
  }

  hostDisconnected(): void {
    this.#isBegun = false;
    this.#isBehind = true;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearInterval(this.#minute);
    this.#close();
  }

  #open(): void {
    if (this.#source) return;
    const source = new EventSource('/api/desk/live');
    this.#source = source;
    source.addEventListener('open', this.#onOpen);
    source.addEventListener('error', this.#onError);
    source.addEventListener('ticket', this.#onEvent);
    source.addEventListener('presence', this.#onEvent);
    // What happened during a break is not known any more.
    source.addEventListener('reload', () => this.#listener.changed());
  }

  #close(): void {
    clearTimeout(this.#breaking);
    this.#breaking = undefined;
    this.#source?.close();
    this.#source = null;
  }

  #onOpen = () => {
    clearTimeout(this.#breaking);
    this.#breaking = undefined;
    this.#say(false);
    if (this.#isBehind) this.#listener.changed();
    this.#isBehind = false;
  };

  #onError = () => {
    // A stream that was refused is closed for good; of one that broke, the browser goes on where it was.
    if (this.#source?.readyState === EventSource.CLOSED) {
      this.#close();
      this.#isBehind = true;
      this.#say(true);
    } else this.#breaking ??= setTimeout(() => this.#say(true), patienceMs);
  };

  #onEvent = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as LiveEvent;
    if (event.kind === 'presence') {
      fire(document, 'mado-live-presence', { reference: event.reference, present: event.present });
      return;
    }
    const { reference, version, state } = event;
    fire(document, 'mado-live-ticket', { reference, ticketVersion: version, state });
    this.#listener.changed(event);
  };

  #onMinute = () => {
    if (this.isBroken || document.hidden) this.#listener.changed();
    else this.#listener.minutePassed();
    if (!this.#source && !document.hidden) this.#open();
  };

  #onVisibility = () => {
    if (document.hidden) {
      this.#close();
      this.#isBehind = true;
    } else this.#open();
  };

  #say(isBroken: boolean): void {
    if (this.isBroken === isBroken) return;
    this.isBroken = isBroken;
    this.#host.requestUpdate();
  }
}
