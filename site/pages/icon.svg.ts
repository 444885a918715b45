import type { APIRoute } from 'astro';
import { tabIcon } from '../brand/icons.ts';
import { portal } from '../portal.ts';

export const GET: APIRoute = () =>
  new Response(tabIcon(process.cwd(), portal.brand), { headers: { 'Content-Type': 'image/svg+xml' } });
