import type { PublicNotices } from '../../api/notices/contract.ts';
import { dateLocales } from '../../content/calendar.ts';
import { pageLanguage } from '../base/page.ts';
import { foldedByReader, rememberFolded } from './folded.ts';
import { messages } from './messages.ts';
import { endOf, itemsOf, type News, removeItem, showItems, titleOf } from './shown-items.ts';

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
  #asking = new AbortController();
  #status = paragraph('visually-hidden');
  #asOf = paragraph('notices-as-of');

  connectedCallback(): void {
    this.#version = this.dataset['version'];
    this.#knownAt = this.#askedAt = Date.now();
    this.#status.role = 'status';
    this.append(this.#status);
    this.#fold();
    this.addEventListener('click', this.#onClick);
    document.addEventListener('visibilitychange', this.#onVisible);
    const { offline } = document.documentElement.dataset;
    if (offline !== undefined) void this.#askFromCopy(offline);
    else if (this.#version === undefined) void this.#ask();
    else this.#tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  #onVisible = () => {
    if (!document.hidden) void this.#ask();
  };

  /** The summary is clicked, by keyboard too, before it folds or opens. */
  #onClick = ({ target }: Event) => {
    const details = (target as Element).closest('summary')?.closest('details');
    const { id } = details?.closest<HTMLElement>('[data-id]')?.dataset ?? {};
    if (details && id) rememberFolded(id, details.open);
  };

  /** The service worker answered with a copy: what it says was known when the copy was made. */
  async #askFromCopy(offline: string): Promise<void> {
    this.#dropEnded({ isNews: false });
    const address = offline === 'missing' ? `/${this.#language}/offline/` : location.pathname;
    const at = await import('./kept-at.ts').then(({ keptAt }) => keptAt(address)).catch(() => null);
    this.#knownAt = at ?? this.#knownAt;
    if (this.isConnected) await this.#ask();
  }

  /** Drops what has ended, asks if it is time to, and comes back for whichever is next. */
  #tick(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    this.#dropEnded();
    if (!document.hidden && now - this.#askedAt >= everyMs) {
      void this.#ask();
      return;
    }
    const next = Math.min(everyMs, ...itemsOf(this).map((item) => endOf(item) - now));
    this.#timer = window.setTimeout(() => this.#tick(), Math.max(next, 50));
  }

  #dropEnded({ isNews = true } = {}): void {
    const now = Date.now();
    const over = itemsOf(this).filter((item) => endOf(item) <= now);
    for (const item of over) removeItem(item);
    if (isNews && over.length > 0) this.#tell(new Map([['isOver', over.map(titleOf)]]));
    if (over.length > 0) this.#fold();
    this.#tidy();
  }

  /** Asks anew; an answer to what was asked before is of no interest any more. */
  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal: isOutrun } = this.#asking;
    this.#askedAt = Date.now();
    try {
      const signal = AbortSignal.any([isOutrun, AbortSignal.timeout(patienceMs)]);
      const response = await fetch(`/notices/${this.#language}.json`, { cache: 'no-cache', signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const list = (await response.json()) as PublicNotices;
      if (isOutrun.aborted) return;
      this.#knownAt = Date.now();
      this.#asOf.remove();
      if (list.version !== (this.#version ?? '')) this.#show(list);
      this.#version = list.version;
    } catch {
      if (isOutrun.aborted) return;
      this.#sayAsOf();
    }
    this.#tick();
  }

  #show({ notices }: PublicNotices): void {
    const { category } = this.dataset;
    const ours = notices.filter(({ categories }) => !category || !categories[0] || categories.includes(category));
    const news = showItems(this.#list(), ours);
    this.#fold();
    // Where nothing was known, everything is new: that is the page, and no news.
    if (this.#version !== undefined) this.#tell(news);
  }

  #tell(news: ReadonlyMap<News, string[]>): void {
    if (news.size === 0) return;
    const says = messages[this.#language];
    const sentences = [...news].map(([what, titles]) => says[what](titles.join(says.joiner)));
    this.#status.textContent = sentences.join(says.sentenceJoiner);
  }

  #sayAsOf(): void {
    if (itemsOf(this).length === 0) return;
    const isToday = new Date(this.#knownAt).toDateString() === new Date().toDateString();
    const day = isToday ? {} : ({ month: 'long', day: 'numeric' } as const);
    const format = new Intl.DateTimeFormat(dateLocales[this.#language], {
      ...day,
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    this.#asOf.textContent = messages[this.#language].asOf(format.format(this.#knownAt));
    this.#list().after(this.#asOf);
  }

  /** As the reader left them; otherwise all are open, but under a major one, where only that is. */
  #fold(): void {
    const items = itemsOf(this);
    const isUnderMajor = items.some(({ dataset }) => dataset['severity'] === 'major');
    for (const item of items) {
      const details = item.querySelector('details');
      // Nobody loses the place they are at.
      if (!details || details.querySelector('.notice-body')?.contains(document.activeElement)) continue;
      details.open = !(foldedByReader(item.dataset['id'] ?? '') ?? isUnderMajor);
    }
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
    if (itemsOf(this).length === 0) this.querySelector('section')?.remove();
  }
}

function paragraph(className: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.className = className;
  return element;
}

customElements.define('mado-notices', MadoNotices);

declare global {
  interface HTMLElementTagNameMap {
    'mado-notices': MadoNotices;
  }
}
