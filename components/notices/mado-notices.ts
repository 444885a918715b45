import type { PublicNotices } from '../../api/notices/contract.ts';
import { dateLocales } from '../../content/calendar.ts';
import { pageLanguage } from '../base/page.ts';
import { foldedNotices, rememberFolded } from './folded.ts';
import { messages } from './messages.ts';

const everyMs = 60_000;
const patienceMs = 20_000;

/**
 * Keeps the notices at the top of a page as they are now: asks for them every minute while the page is seen, drops what
 * has ended by its own clock, and says since when it knows nothing new. The API fills the place before; where no API
 * does, it asks at once. It is on every page, so it does without Lit.
 * @attr data-category - the category whose notices the page shows; all of them without it
 * @attr data-version - which notices the place was filled with
 */
export class MadoNotices extends HTMLElement {
  #language = pageLanguage();
  #version: string | undefined;
  #askedAt = 0;
  /** When what is shown was last known to hold. */
  #knownAt = 0;
  #timer = 0;
  #status = paragraph('visually-hidden');
  #asOf = paragraph('notices-as-of');

  connectedCallback(): void {
    this.#version = this.dataset['version'];
    this.#knownAt = this.#askedAt = Date.now();
    this.#status.role = 'status';
    this.append(this.#status);
    this.#fold();
    this.addEventListener('toggle', this.#onToggle, true);
    document.addEventListener('visibilitychange', this.#onVisible);
    if (this.#version === undefined) void this.#ask();
    else this.#tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  #onVisible = () => {
    if (!document.hidden) void this.#ask();
  };

  #onToggle = ({ target }: Event) => {
    const { id } = (target as Element).closest<HTMLElement>('[data-id]')?.dataset ?? {};
    if (id) rememberFolded(id, !(target as HTMLDetailsElement).open);
  };

  /** Drops what has ended, asks if it is time to, and comes back for whichever is next. */
  #tick(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    for (const item of this.#items()) if (endOf(item) <= now) item.remove();
    this.#tidy();
    if (!document.hidden && now - this.#askedAt >= everyMs) {
      void this.#ask();
      return;
    }
    const next = Math.min(everyMs, ...this.#items().map((item) => endOf(item) - now));
    this.#timer = window.setTimeout(() => this.#tick(), Math.max(next, 50));
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#askedAt = Date.now();
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(`/notices/${this.#language}.json`, { cache: 'no-cache', signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const list = (await response.json()) as PublicNotices;
      this.#knownAt = Date.now();
      this.#asOf.remove();
      if (list.version !== (this.#version ?? '')) this.#show(list);
      this.#version = list.version;
    } catch {
      this.#sayAsOf();
    }
    if (this.isConnected) this.#tick();
  }

  /** Only what changed is replaced, so that nobody loses the place they read at. */
  #show({ notices }: PublicNotices): void {
    const { category } = this.dataset;
    const known = new Map(this.#items().map((item) => [item.dataset['id'], item]));
    const list = this.#list();
    const added: string[] = [];
    const ours = notices.filter(({ categories }) => !category || !categories[0] || categories.includes(category));
    const items = ours.map(({ id, html, title }) => {
      const before = known.get(id);
      known.delete(id);
      const item = parsed(html);
      if (!before) {
        added.push(title);
        return item;
      }
      if (before.dataset['hash'] !== item.dataset['hash']) {
        replace(before, item);
        return item;
      }
      // An end that was set or moved is not part of what is read.
      if (item.dataset['ends']) before.dataset['ends'] = item.dataset['ends'];
      else delete before.dataset['ends'];
      return before;
    });
    for (const item of known.values()) item.remove();
    for (const [index, item] of items.entries()) {
      const there = list.children[index] ?? null;
      if (there !== item) list.insertBefore(item, there);
    }
    this.#fold();
    const says = messages[this.#language];
    if (added.length > 0 && this.#version !== undefined) this.#status.textContent = says.isNew(added.join(says.joiner));
  }

  #sayAsOf(): void {
    if (this.#items().length === 0) return;
    const format = new Intl.DateTimeFormat(dateLocales[this.#language], { hour: 'numeric', minute: '2-digit' });
    this.#asOf.textContent = messages[this.#language].asOf(format.format(this.#knownAt));
    this.#list().after(this.#asOf);
  }

  #fold(): void {
    const folded = foldedNotices();
    for (const item of this.#items()) {
      const details = item.querySelector('details');
      if (details && folded.includes(item.dataset['id'] ?? '')) details.open = false;
    }
  }

  #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.notice-item')];
  }

  #list(): Element {
    const found = this.querySelector('.notices-list');
    if (found) return found;
    const section = document.createElement('section');
    section.className = 'notices-inner';
    section.ariaLabel = messages[this.#language].label;
    const list = document.createElement('ul');
    list.className = 'notices-list';
    section.append(list);
    this.prepend(section);
    return list;
  }

  #tidy(): void {
    if (this.#items().length === 0) this.querySelector('section')?.remove();
  }
}

/** Puts a notice in the place of its former self; a link or fold that had the focus has it again. */
function replace(before: HTMLElement, item: HTMLElement): void {
  const controls = 'a, summary';
  const focused = [...before.querySelectorAll<HTMLElement>(controls)].indexOf(document.activeElement as HTMLElement);
  before.replaceWith(item);
  if (focused >= 0) item.querySelectorAll<HTMLElement>(controls)[focused]?.focus({ preventScroll: true });
}

/** Escaped by the server that rendered it. */
function parsed(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  return template.content.firstElementChild as HTMLElement;
}

function paragraph(className: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.className = className;
  return element;
}

function endOf({ dataset }: HTMLElement): number {
  return dataset['ends'] ? Date.parse(dataset['ends']) : Infinity;
}

customElements.define('mado-notices', MadoNotices);

declare global {
  interface HTMLElementTagNameMap {
    'mado-notices': MadoNotices;
  }
}
