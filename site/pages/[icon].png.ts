import type { APIRoute } from 'astro';
import { homeScreenIcon, type IconName, icons } from '../brand/icons.ts';
import { portal } from '../portal.ts';

export const getStaticPaths = () => Object.keys(icons).map((icon) => ({ params: { icon } }));

export const GET: APIRoute = ({ params }) =>
  new Response(new Uint8Array(homeScreenIcon(process.cwd(), portal.brand, params['icon'] as IconName)), {
    headers: { 'Content-Type': 'image/png' },
  });
