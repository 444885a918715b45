import type { LitElement, nothing, TemplateResult } from 'lit';
import type { TrailItem } from '../../api/tickets/opening-contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import { addToTrail, clearTrail, readTrail, removeFromTrail } from '../base/trail.ts';
import { messages } from './messages.ts';
import { nameOf, trailList } from './trail-list.ts';

/** What goes along with a message of what its writer read and searched before, as they may see and leave it out. */
export class OwnTrail {
  #host: LitElement;
  #language: Language;
  #announce: (text: string) => void;
  #items = readTrail();

  constructor(host: LitElement, language: Language, announce: (text: string) => void) {
    this.#host = host;
    this.#language = language;
    this.#announce = announce;
  }

  get items(): TrailItem[] {
    return this.#items;
  }

  get list(): TemplateResult | typeof nothing {
    return trailList(this.#items, this.#language, (item) => void this.#remove(item));
  }

  /** Takes up what went along with a message that came back. */
  add(items: readonly TrailItem[]): void {
    for (const item of items) addToTrail(item);
    this.#show(readTrail());
  }

  clear(): void {
    clearTrail();
    this.#show([]);
  }

  async #remove(item: TrailItem): Promise<void> {
    const index = this.#items.indexOf(item);
    removeFromTrail(item);
    this.#show(this.#items.filter((known) => known !== item));
    this.#announce(messages[this.#language].removed(nameOf(item)));
    await this.#host.updateComplete;
    const buttons = this.#host.querySelectorAll<HTMLElement>('.trail .form-remove');
    const next = buttons[Math.min(index, buttons.length - 1)];
    (next ?? this.#host.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  }

  #show(items: TrailItem[]): void {
    this.#items = items;
    this.#host.requestUpdate();
  }
}
