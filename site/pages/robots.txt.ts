import type { APIRoute } from 'astro';

/** What is not to be shown says so itself (`noindex`): a page that may not be read cannot say it. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nDisallow: /api/\n\nSitemap: ${new URL('/sitemap.xml', site).href}\n`);
