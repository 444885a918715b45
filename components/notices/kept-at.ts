import { listKept } from '../offline/kept-pages.ts';

/** When the copy of a page was made, in milliseconds since the epoch; `null` where there is none. */
export async function keptAt(path: string): Promise<number | null> {
  const kept = await listKept().catch(() => []);
  return kept.find(({ url }) => new URL(url).pathname === path)?.keptAt ?? null;
}
