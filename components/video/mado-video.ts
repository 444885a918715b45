/**
 * A film whose transcript and chapters lead to its seconds (`a[data-second]`). Without the element, they open the film
 * itself at that second; with it, they play it here, the address says which second, and what is being said is marked.
 */
export class MadoVideo extends HTMLElement {
  #stopListening = new AbortController();

  connectedCallback(): void {
    const film = this.querySelector('video');
    if (!film) return;
    this.#stopListening = new AbortController();
    const { signal } = this.#stopListening;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.video-chapters a')) link.replaceWith(asButton(link));
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-second]')) {
      link.href = `#${link.closest('[data-cue]')?.id ?? ''}`;
    }
    this.addEventListener('click', (event) => this.#follow(event, film), { signal });
    for (const name of ['timeupdate', 'seeking']) film.addEventListener(name, () => this.#mark(film), { signal });
    window.addEventListener('hashchange', () => this.#goToAddress(film), { signal });
    this.#goToAddress(film);
  }

  disconnectedCallback(): void {
    this.#stopListening.abort();
  }

  #follow(event: MouseEvent, film: HTMLVideoElement): void {
    // A link that is opened elsewhere is an address as any other.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const second = (event.target as Element).closest<HTMLElement>('[data-second]')?.dataset['second'];
    if (second === undefined) return;
    event.preventDefault();
    history.replaceState(history.state, '', `#t=${second}`);
    seek(film, Number(second));
    // What keeps it from playing, the film's own controls say.
    film.play().catch(() => undefined);
  }

  /** An address of a second shows it, and leaves it to the reader to play. */
  #goToAddress(film: HTMLVideoElement): void {
    const second = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash)?.[1];
    if (second === undefined) return;
    seek(film, Number(second));
    this.#mark(film);
    film.scrollIntoView({ block: 'start' });
  }

  #mark({ currentTime }: HTMLVideoElement): void {
    for (const list of this.querySelectorAll('ol')) {
      const ways = [...list.querySelectorAll<HTMLElement>('[data-second]')];
      const now = ways.findLast((way) => Number(way.dataset['second']) <= currentTime);
      for (const way of ways) {
        if (way === now) way.setAttribute('aria-current', 'true');
        else way.removeAttribute('aria-current');
      }
    }
  }
}

function seek(film: HTMLVideoElement, second: number): void {
  film.preload = 'metadata';
  film.currentTime = second;
}

function asButton(link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['second'] = link.dataset['second'];
  button.append(...link.childNodes);
  return button;
}

customElements.define('mado-video', MadoVideo);
