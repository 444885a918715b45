import type { TrailItem } from '../../api/tickets/contract.ts';

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

/** Adds to the trail; the same page or query again only moves to its end. */
export function addToTrail(item: TrailItem): void {
  const others = readTrail().filter((known) => nameOf(known) !== nameOf(item));
  store([...others, item].slice(-longest));
}

export function removeFromTrail(item: TrailItem): void {
  store(readTrail().filter((known) => nameOf(known) !== nameOf(item)));
}

export function clearTrail(): void {
  store([]);
}

function nameOf(item: TrailItem): string {
  return item.kind === 'page' ? `page ${item.url}` : `search ${item.query}`;
}

function store(items: readonly TrailItem[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(items));
  } catch {
    // Storage is full or switched off: a message then goes without a trail.
  }
}
