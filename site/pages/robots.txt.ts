import type { APIRoute } from 'astro';
import { portal } from '../portal.ts';

/** What is not to be shown says so itself (`noindex`): a page that may not be read cannot say it. */
export const GET: APIRoute = ({ site }) => {
  // That of the forum is made as it is asked for: what was just written is in it.
  const sitemaps = ['/sitemap.xml', ...(portal.forum ? ['/forum/sitemap.xml'] : [])];
  const lines = sitemaps.map((address) => `Sitemap: ${new URL(address, site).href}\n`);
  return new Response(`User-agent: *\nDisallow: /api/\n\n${lines.join('')}`);
};
