/** Something that finds pages: the portal's own search, or one that it is held against. */
export interface Engine {
  name: string;
  /** Slugs of the pages for a query, best first. */
  ask(query: string): Promise<string[]>;
  close(): Promise<void>;
}

/** The slug in an article's address. */
export function slugOf(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-2) ?? '';
}
