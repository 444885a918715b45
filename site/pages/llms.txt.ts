import type { APIRoute } from 'astro';
import { articlesIn } from '../articles.ts';
import { llmsText } from '../discovery/llms.ts';
import { portal } from '../portal.ts';
import { allPosts } from '../posts.ts';

export const GET: APIRoute = async ({ site }) => {
  const articles = (await Promise.all(portal.languages.map(articlesIn))).flat();
  const listed = articles.map(({ language, url, entry }) => {
    const { title, answer, category } = entry.data;
    return { language, url, title, answer, category };
  });
  const posts = (await allPosts()).map(({ language, url, entry }) => ({ language, url, ...entry.data }));
  return new Response(llmsText(portal, listed, (address) => new URL(address, site).href, posts));
};
