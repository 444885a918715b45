/** How a list that somebody looks at takes up what it has become: in place, without moving what is under their eyes. */
export interface Merged<Item> {
  /** Those that were shown and still belong here, as they are now; what follows them is added. */
  items: Item[];
  /** What has come and would push down what is shown. */
  arrivals: Item[];
  /** Those that were shown and no longer belong here. */
  gone: string[];
}

export function merged<Item>(
  shown: readonly Item[],
  fresh: readonly Item[],
  idOf: (item: Item) => string,
): Merged<Item> {
  const known = new Set(shown.map(idOf));
  const latest = new Map(fresh.map((item) => [idOf(item), item]));
  const lastKnown = fresh.findLastIndex((item) => known.has(idOf(item)));
  const isNew = (item: Item) => !known.has(idOf(item));
  const kept = shown.flatMap((item) => latest.get(idOf(item)) ?? []);
  if (kept.length === 0) return { items: [...fresh], arrivals: [], gone: [...known] };
  return {
    items: [...kept, ...fresh.slice(lastKnown + 1)],
    arrivals: fresh.slice(0, lastKnown).filter(isNew),
    gone: [...known].filter((id) => !latest.has(id)),
  };
}
