import { pageLanguage } from '../base/page.ts';
import { messages } from './messages.ts';

const soonMs = 400;
/** A server that starts again is back by then. */
const patienceMs = 8000;

/**
 * A thread that stays up to date and is acted on in place. What is new is announced and waits for its reader: nothing
 * that is being read moves. Acts and editors are fetched when somebody asks for them; their links and forms work without.
 * @attr data-number - the thread's
 * @attr data-version - how it stood when it was drawn
 * @attr data-page - which page of it this is, of `data-pages`
 * @attr data-member - `yes` for whoever may act
 */
export class MadoThread extends HTMLElement {
  #says = messages[pageLanguage()];
  #stream: EventSource | null = null;
  #timer = 0;
  #parting = 0;
  #status = document.createElement('p');
  /** Where what is new waits. */
  readonly bar = document.createElement('div');

  connectedCallback(): void {
    this.addEventListener('click', this.#onClick);
    this.addEventListener('submit', this.#onSubmit);
    document.addEventListener('visibilitychange', this.#listen);
    this.#status.className = 'visually-hidden';
    this.#status.role = 'status';
    this.bar.className = 'thread-news';
    this.bar.hidden = true;
    this.after(this.#status, this.bar);
    this.offer();
    this.#listen();
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#onClick);
    this.removeEventListener('submit', this.#onSubmit);
    document.removeEventListener('visibilitychange', this.#listen);
    this.#close();
    this.#status.remove();
    this.bar.remove();
  }

  get number(): number {
    return Number(this.dataset['number']);
  }

  get isMembers(): boolean {
    return this.dataset['member'] === 'yes';
  }

  /** Says something to whoever listens rather than looks. */
  announce(text: string): void {
    this.#status.textContent = '';
    this.#status.textContent = text;
  }

  /** Draws everything as it is now, and leads to a post of it, or to something in it. Whether there was an answer. */
  refresh(lead: { post?: string | undefined; act?: string | undefined } = {}): Promise<boolean> {
    return import('./thread-news.ts').then(
      ({ redraw }) => redraw(this, lead),
      () => false,
    );
  }

  /** Puts in what the server’s markup has not. */
  offer(): void {
    this.#offerHistories();
    this.#offerFollowing();
  }

  /** Of the page of the thread that is shown. */
  get address(): string {
    const page = this.dataset['page'] ?? '1';
    return `${location.pathname}${page === '1' ? '' : `?page=${page}`}`;
  }

  /** Open while somebody looks at it: whoever comes back is told at once how it stands. */
  #listen = () => {
    if (document.hidden) return this.#close();
    if (this.#stream || !this.number) return;
    const stream = new EventSource(`/api/forum/threads/${this.number}/live`);
    stream.addEventListener('thread', ({ data }) => {
      const { version } = JSON.parse(String(data)) as { version: number };
      if (version <= Number(this.dataset['version'])) return;
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        import('./thread-news.ts').then(
          ({ offerNews }) => offerNews(this),
          () => undefined,
        );
      }, soonMs);
    });
    stream.addEventListener('gone', () => {
      stream.close();
      this.announce(this.#says.gone);
    });
    stream.addEventListener('open', () => this.#apart(false));
    stream.addEventListener('error', () => {
      this.#parting ||= window.setTimeout(() => {
        this.#apart(true);
        // A stream that was refused is closed for good: another one is tried.
        this.#close();
        this.#listen();
      }, patienceMs);
    });
    this.#stream = stream;
  };

  #close(): void {
    clearTimeout(this.#parting);
    this.#parting = 0;
    this.#stream?.close();
    this.#stream = null;
  }

  /** Says that nothing new comes for now, in a line that the site drew. */
  #apart(isApart: boolean): void {
    clearTimeout(this.#parting);
    this.#parting = 0;
    const line = document.querySelector<HTMLElement>('.thread-apart');
    if (!line || line.hidden !== isApart) return;
    line.hidden = !isApart;
    if (isApart) this.announce(line.textContent);
  }

  /** That a post was edited becomes a way to how. */
  #offerHistories(): void {
    for (const mark of this.querySelectorAll('span.post-edited')) {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'post-edited',
        textContent: mark.textContent,
      });
      button.dataset['act'] = 'history';
      mark.replaceWith(button);
    }
  }

  #offerFollowing(): void {
    if (!this.isMembers || this.querySelector('.thread-follow')) return;
    const place = document.createElement('details');
    place.className = 'thread-follow';
    place.append(Object.assign(document.createElement('summary'), { textContent: this.#says.follow }));
    const begin = () =>
      import('./following.ts').then(
        ({ offerFollowing }) => offerFollowing(place, this.number),
        () => this.announce(this.#says.failed),
      );
    place.addEventListener('toggle', () => void begin(), { once: true });
    this.append(place);
  }

  #onClick = (event: MouseEvent) => {
    const act =
      event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-act], button[data-act]') : null;
    if (!act || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (act instanceof HTMLAnchorElement && !this.isMembers) return;
    event.preventDefault();
    import('./thread-acts.ts').then(
      ({ act: begin }) => begin(this, act),
      () => act instanceof HTMLAnchorElement && location.assign(act.href),
    );
  };

  #onSubmit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('form[data-act]')) return;
    event.preventDefault();
    import('./thread-acts.ts').then(
      ({ act: begin }) => begin(this, form),
      () => form.submit(),
    );
  };
}

customElements.define('mado-thread', MadoThread);

declare global {
  interface HTMLElementTagNameMap {
    'mado-thread': MadoThread;
  }
}
