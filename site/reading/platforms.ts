import type { Platform } from '../../content/schema/portal.ts';

/** The platforms that parts of a text are for, in the portal's order; nothing to choose from if it is but one. */
export function platformsIn(html: string, platforms: readonly Platform[]): Platform[] {
  const named = new Set([...html.matchAll(/ data-platform="([^"]+)"/g)].flatMap(([, ids = '']) => ids.split(' ')));
  const used = platforms.filter(({ id }) => named.has(id));
  return used.length > 1 ? used : [];
}
