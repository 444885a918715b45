import type { Context } from 'hono';

/**
 * Sends the browser of a form on to another page. Typed as `never`, so that the typed client, which sends JSON, knows
 * only the JSON answer of the route.
 */
export function seeOther(c: Context, address: string): never {
  return c.redirect(address, 303) as never;
}
