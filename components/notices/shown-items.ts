import type { PublicNotice, Severity } from '../../api/notices/contract.ts';

/** What happened to notices that are shown, for those who cannot see it. */
export type News = 'isNew' | 'isGraver' | 'isUpdated' | 'isSolved' | 'isOver';

const controls = 'a, summary';
const weights: Record<Severity, number> = { information: 0, minor: 1, major: 2 };

/**
 * Makes a list show these notices, in their order. Only what changed is replaced, so that nobody loses the place they
 * read at, nor the focus. Gives back the titles of what is news.
 */
export function showItems(list: Element, notices: readonly PublicNotice[]): Map<News, string[]> {
  const known = new Map(itemsOf(list).map((item) => [item.dataset['id'], item]));
  const news = new Map<News, string[]>();
  const tell = (what: News, title: string) => news.set(what, [...(news.get(what) ?? []), title]);
  const items = notices.map((notice) => {
    const { id, html, title } = notice;
    const before = known.get(id);
    known.delete(id);
    const item = parsed(html);
    if (!before) {
      tell('isNew', title);
      return item;
    }
    if (before.dataset['hash'] !== item.dataset['hash']) {
      tell(changeOf(before, notice), title);
      replace(before, item);
      return item;
    }
    // An end that was set or moved is not part of what is read.
    if (item.dataset['ends']) before.dataset['ends'] = item.dataset['ends'];
    else delete before.dataset['ends'];
    return before;
  });
  inOrder(list, items);
  for (const item of known.values()) {
    tell('isOver', titleOf(item));
    removeItem(item);
  }
  return news;
}

export function itemsOf(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('.notice-item')];
}

/** Takes a notice away; a focus that was in it goes to the next one, or to the page when there is none. */
export function removeItem(item: HTMLElement): void {
  const next = item.nextElementSibling ?? item.previousElementSibling;
  const hadFocus = item.contains(document.activeElement);
  item.remove();
  if (!hadFocus) return;
  const place = next?.querySelector<HTMLElement>(controls) ?? document.querySelector<HTMLElement>('main');
  place?.focus({ preventScroll: true });
}

/** When a notice is over, in milliseconds since the epoch. */
export function endOf({ dataset }: HTMLElement): number {
  return dataset['ends'] ? Date.parse(dataset['ends']) : Infinity;
}

export function titleOf(item: HTMLElement): string {
  return item.querySelector('.notice-title')?.textContent ?? '';
}

function changeOf(before: HTMLElement, { severity, updates }: PublicNotice): News {
  if (updates.at(-1)?.isSolved) return 'isSolved';
  const former = before.dataset['severity'] as Severity;
  return weights[severity] > weights[former] ? 'isGraver' : 'isUpdated';
}

/** Puts a notice in the place of its former self; a link or fold that had the focus has it again. */
function replace(before: HTMLElement, item: HTMLElement): void {
  const focused = [...before.querySelectorAll<HTMLElement>(controls)].indexOf(document.activeElement as HTMLElement);
  before.replaceWith(item);
  if (focused < 0) return;
  const now = [...item.querySelectorAll<HTMLElement>(controls)];
  // One that became major has no fold any more.
  (now[focused] ?? now.at(-1))?.focus({ preventScroll: true });
}

/** An element that is moved loses the focus: it is given back. */
function inOrder(list: Element, items: readonly HTMLElement[]): void {
  const focused = list.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  for (const [index, item] of items.entries()) {
    const there = list.children[index] ?? null;
    if (there !== item) list.insertBefore(item, there);
  }
  if (focused !== document.activeElement) focused?.focus({ preventScroll: true });
}

/** Escaped by the server that rendered it. */
function parsed(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  return template.content.firstElementChild as HTMLElement;
}
