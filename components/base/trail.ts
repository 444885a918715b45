import type { TrailItem } from '../../api/tickets/opening-contract.ts';

const key = 'mado-trail';
const longest = 20;

/**
 * What a reader did before writing to us, kept in this tab only. It goes nowhere unless they send it with a message,
 * where they see it and may remove any of it.
 */
export function readTrail(): TrailItem[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? (stored as TrailItem[]) : [];
  } catch {
    return [];
  }
}

/**
 * Adds to the trail; the same page or query again only moves to its end. The way through a flow stands in the place of
 * its page, and stays when the page is opened again.
 */
export function addToTrail(item: TrailItem): void {
  const trail = readTrail();
  const before = trail.find((known) => nameOf(known) === nameOf(item));
  const latest = item.kind === 'page' && before?.kind === 'flow' ? { ...before, at: item.at } : item;
  store([...trail.filter((known) => known !== before), latest].slice(-longest));
}

export function removeFromTrail(item: TrailItem): void {
  store(readTrail().filter((known) => nameOf(known) !== nameOf(item)));
}

export function clearTrail(): void {
  store([]);
}

function nameOf(item: TrailItem): string {
  return item.kind === 'search' ? `search ${item.query}` : `page ${item.url}`;
}

function store(items: readonly TrailItem[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(items));
  } catch {
    // Storage is full or switched off: a message then goes without a trail.
  }
}
