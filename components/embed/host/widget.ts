import { isToHost, type Prefill, type SignedIdentity, type ToFrame } from '../between.ts';
import { lookOf } from './look.ts';
import type { EmbedOptions } from './options.ts';
import { portal } from './portal.ts';
import { texts } from './texts.ts';

export type EmbedEvent = 'open' | 'close' | 'sent';

/** So long a page in the frame may take before a link to it is offered instead. */
const patienceMs = 10_000;
const phone = '(max-width: 480px)';

/** The button and the frame on another site's page. The frame is made when it is opened for the first time. */
export class Widget {
  #options: EmbedOptions;
  #prefill: Prefill = {};
  #identity: SignedIdentity | null = null;
  readonly #tell: (event: EmbedEvent) => void;
  readonly #host = document.createElement('mado-embed');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #button = document.createElement('button');
  readonly #dialog = document.createElement('dialog');
  readonly #title = document.createElement('p');
  readonly #close = document.createElement('button');
  readonly #instead = document.createElement('p');
  #frame: HTMLIFrameElement | null = null;
  #isReady = false;
  #opener: Element | null = null;

  constructor(options: EmbedOptions, tell: (event: EmbedEvent) => void) {
    this.#options = options;
    this.#tell = tell;
    const head = document.createElement('header');
    this.#button.className = 'open';
    this.#button.type = this.#close.type = 'button';
    this.#button.setAttribute('aria-haspopup', 'dialog');
    this.#close.textContent = '✕';
    this.#instead.className = 'instead';
    this.#instead.hidden = true;
    head.append(this.#title, this.#close);
    this.#dialog.append(head, this.#instead);
    this.#root.append(this.#button, this.#dialog);
    this.#button.addEventListener('click', () => this.toggle());
    this.#close.addEventListener('click', () => this.close());
    this.#dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) this.close();
    });
    this.#dialog.addEventListener('close', () => this.#closed());
    window.addEventListener('message', this.#onMessage);
    this.#show();
    document.body.append(this.#host);
  }

  /** Opens it at an address of the portal, or where it was. */
  open(path?: string): void {
    if (!this.#frame || path) this.#load(path ?? `/${this.#options.locale}/embed/`);
    if (!this.#dialog.open) {
      this.#opener = document.activeElement;
      if (matchMedia(phone).matches) this.#dialog.showModal();
      else this.#dialog.show();
      this.#button.setAttribute('aria-expanded', 'true');
      this.#tell('open');
    }
    this.#close.focus();
    if (this.#isReady) this.#frame?.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  toggle(): void {
    if (this.#dialog.open) this.close();
    else this.open();
  }

  /** What the contact form holds already. */
  prefill(fields: Prefill): void {
    this.#prefill = { ...this.#prefill, ...fields };
    this.#send();
  }

  identify(identity: SignedIdentity | null): void {
    this.#identity = identity;
    this.#send();
  }

  /** Another language, theme, side or label. The page in the frame is left, and opened anew the next time. */
  change(options: Partial<EmbedOptions>): void {
    const isOther = options.locale !== undefined && options.locale !== this.#options.locale;
    this.#options = { ...this.#options, ...options };
    if (isOther) this.#unload();
    this.#show();
    this.#send();
  }

  /** Takes everything of it away again. */
  destroy(): void {
    window.removeEventListener('message', this.#onMessage);
    this.#host.remove();
  }

  get locale(): 'ja' | 'en' {
    return this.#options.locale;
  }

  #closed(): void {
    this.#button.setAttribute('aria-expanded', 'false');
    const back = this.#opener instanceof HTMLElement && this.#opener.isConnected ? this.#opener : this.#button;
    (back === this.#host ? this.#button : back).focus();
    this.#tell('close');
  }

  #show(): void {
    const { locale, label, hasButton } = this.#options;
    const says = texts[locale];
    const name = portal.name[locale] ?? '';
    this.#host.lang = locale;
    this.#root.adoptedStyleSheets = [lookOf(this.#options)];
    this.#button.textContent = label ?? says.open;
    this.#button.hidden = !hasButton;
    this.#button.setAttribute('aria-expanded', String(this.#dialog.open));
    this.#title.textContent = name;
    this.#dialog.setAttribute('aria-label', name);
    this.#close.setAttribute('aria-label', says.close);
  }

  #load(path: string): void {
    this.#unload();
    const frame = document.createElement('iframe');
    frame.title = portal.name[this.#options.locale] ?? '';
    frame.src = new URL(path, this.#options.origin).href;
    frame.referrerPolicy = 'no-referrer';
    frame.allow = 'clipboard-write';
    this.#frame = frame;
    this.#dialog.append(frame);
    window.setTimeout(() => {
      if (!this.#isReady && this.#frame === frame) this.#offerInstead(frame.src);
    }, patienceMs);
  }

  #unload(): void {
    this.#frame?.remove();
    this.#frame = null;
    this.#isReady = false;
    this.#instead.hidden = true;
  }

  #offerInstead(address: string): void {
    const says = texts[this.#options.locale];
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = says.openHere;
    this.#instead.replaceChildren(`${says.unreachable} `, link);
    this.#instead.hidden = false;
  }

  #onMessage = ({ source, origin, data }: MessageEvent<unknown>) => {
    const isFrame = source !== null && source === this.#frame?.contentWindow;
    if (!isFrame || origin !== this.#options.origin || !isToHost(data)) return;
    if (data.is === 'close') this.close();
    if (data.is === 'sent') this.#tell('sent');
    if (data.is !== 'ready') return;
    const isFirst = !this.#isReady;
    this.#isReady = true;
    this.#instead.hidden = true;
    this.#send();
    if (isFirst && this.#root.activeElement === this.#close) this.#frame?.focus();
  };

  #send(): void {
    if (!this.#isReady) return;
    const message: ToFrame = {
      madoguchi: 1,
      theme: this.#options.theme,
      prefill: this.#prefill,
      identity: this.#identity,
    };
    this.#frame?.contentWindow?.postMessage(message, this.#options.origin);
  }
}
