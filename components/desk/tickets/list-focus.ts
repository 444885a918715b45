/** Where somebody is in the list, and how keys move them. */
export class ListFocus {
  readonly #list: HTMLElement & { updateComplete: Promise<boolean> };

  constructor(list: HTMLElement & { updateComplete: Promise<boolean> }) {
    this.#list = list;
  }

  get #links(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('.desk-tickets a')];
  }

  /** The line with the focus. */
  get #line(): HTMLAnchorElement | null {
    return document.activeElement?.closest('.ticket-row')?.querySelector('a') ?? null;
  }

  /** What the line with the focus leads to. */
  get reference(): string | null {
    return this.#line?.querySelector('.reference')?.textContent ?? null;
  }

  /** Whether nobody would notice what comes at the top: it is in sight, with neither pointer nor focus on the list. */
  get isUndisturbed(): boolean {
    const lines = this.#list.querySelector('.desk-tickets');
    if (!lines || lines.matches(':hover, :focus-within')) return false;
    return window.scrollY < 8 && (this.#list.querySelector('.desk-list')?.scrollTop ?? 0) < 8;
  }

  toFirst(): void {
    this.#links[0]?.focus();
    this.#list.querySelector('.desk-list')?.scrollTo({ top: 0 });
  }

  /** To that line, or to the list where it is not there. */
  to(reference: string | null): void {
    const line = this.#links.find((link) => link.querySelector('.reference')?.textContent === reference);
    if (line) line.focus();
    else this.#list.querySelector<HTMLElement>('.desk-list')?.focus({ preventScroll: true });
  }

  /** To the next line or the one before; from within an open ticket, to the ticket. `false` where there is none. */
  move(by: 1 | -1, { key }: KeyboardEvent, open: string | null): boolean {
    const links = this.#links;
    const line = this.#line;
    if (key.startsWith('Arrow') && !line) return false;
    const opened = links.find((link) => link.getAttribute('aria-current') === 'true');
    const isReading = !line && open !== null;
    const from = links.findIndex((link) => link === (line ?? opened));
    const next = from < 0 ? links.at(by > 0 ? 0 : -1) : links[from + by];
    if (!next) {
      const more = by > 0 ? this.#list.querySelector<HTMLElement>('.desk-tickets + p button') : null;
      more?.focus();
      return more !== null;
    }
    if (isReading) next.click();
    else next.focus();
    return true;
  }

  /** Opens the line with the focus. */
  open(): boolean {
    this.#line?.click();
    return this.#line !== null;
  }

  /** Lets the list change; where the line with the focus goes, the one in its place has it. */
  keep(change: () => void): void {
    const line = this.#line;
    const index = line ? this.#links.indexOf(line) : -1;
    change();
    if (line) void this.#replace(line, index);
  }

  async #replace(line: HTMLElement, index: number): Promise<void> {
    await this.#list.updateComplete;
    if (line.isConnected || document.activeElement !== document.body) return;
    const links = this.#links;
    (links[index] ?? links.at(-1) ?? this.#list.querySelector<HTMLElement>('.desk-list'))?.focus();
  }
}
