/** What an address of the desk asks for: `#/notices/current/<id>/edit?category=returns`, or `#/notices/new`. */
export interface DeskPlace<View extends string> {
  view: View;
  /** The item that is open beside the list. */
  id: string | null;
  /** What is done with it: `new`, which has no id yet, or `edit`. */
  action: string | null;
  filters: Readonly<Record<string, string>>;
}

/** How the addresses of a desk page are made: its own first part, its views, and what an id looks like. */
export interface DeskAddress<View extends string> {
  page: string;
  /** The first is where somebody arrives. */
  views: readonly [View, ...View[]];
  id: RegExp;
}

/** The first part of an address, which names a page of the desk; the first page does without it. */
export function pageIn(hash: string): string {
  return partsOf(hash)[0] ?? '';
}

/** The place an address names. What is unknown in it counts as not said. */
export function placeIn<View extends string>(hash: string, { page, views, id }: DeskAddress<View>): DeskPlace<View> {
  const parts = partsOf(hash);
  const [view, item = '', action] = parts[0] === page ? parts.slice(1) : parts;
  return {
    view: views.find((known) => known === view) ?? views[0],
    id: id.test(item) ? item : null,
    action: view === 'new' ? view : (action ?? null),
    filters: Object.fromEntries(new URLSearchParams(hash.split('?')[1] ?? '')),
  };
}

/** The address of a place, as `placeIn` reads it. */
export function hrefOf(
  page: string,
  { view, id = null, filters = {} }: Partial<DeskPlace<string>> & { view: string },
): string {
  const query = new URLSearchParams(filters).toString();
  return `#/${[page, view, ...(id === null ? [] : [id])].join('/')}${query ? `?${query}` : ''}`;
}

function partsOf(hash: string): string[] {
  const [path = ''] = hash.split('?');
  return path.split('/').slice(1);
}
