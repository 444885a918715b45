import type { APIRoute } from 'astro';
import type { Words } from '../../social-pictures/drawing.ts';
import { paint } from '../../social-pictures/paint.ts';
import { socialPictures } from '../../social-pictures/pictures.ts';

export function getStaticPaths() {
  return socialPictures().map(({ name, words }) => ({ params: { name }, props: { words } }));
}

export const GET: APIRoute<{ words: Words }> = async ({ props }) =>
  new Response(await paint(props.words), { headers: { 'Content-Type': 'image/png' } });
