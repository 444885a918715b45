import type { APIRoute } from 'astro';
import { listedPages } from '../discovery/pages.ts';
import { sitemap } from '../discovery/sitemap.ts';

export const GET: APIRoute = async ({ site }) => {
  const text = sitemap(await listedPages(), (address) => new URL(address, site).href);
  return new Response(text, { headers: { 'Content-Type': 'application/xml' } });
};
