import type { APIRoute } from 'astro';
import type { Language } from '../../../content/schema/languages.ts';
import { manifestOf } from '../../brand/manifest.ts';
import { portal } from '../../portal.ts';

export const getStaticPaths = () => portal.languages.map((language) => ({ params: { language } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(manifestOf(portal, params['language'] as Language)), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
