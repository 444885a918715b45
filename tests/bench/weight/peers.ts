import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../../content/schema/languages.ts';
import { frontMatterOf } from '../../../site/article-text/read.ts';
import { plainAstro, starlight } from '../build/contenders.ts';
import { measure } from '../build/measure.ts';
import { openWorkshop } from '../build/workshop.ts';
import type { RootArticle } from '../search/content-root.ts';
import { serveFolder } from '../search/static-server.ts';

const root = join(import.meta.dirname, '../../..');

/** A site made of the same questions by something else, served as the portal serves its own. */
export interface Peer {
  name: string;
  url: string;
  stop(): Promise<void>;
}

/** Plain Astro, as the floor, and Starlight, with the sample's questions that use no component. */
export async function openPeers(): Promise<Peer[]> {
  const workshop = await openWorkshop();
  const articles = await plainQuestions();
  const folder = (name: string) => join(workshop, `weight-${name}`);
  const contenders = [
    await plainAstro(workshop, folder('astro'), articles, {
      name: 'plain Astro',
      extension: 'md',
      isCodeColoured: false,
    }),
    await starlight(workshop, folder('starlight'), articles),
  ];
  const peers: Peer[] = [];
  for (const { name, folder, command } of contenders) {
    const [program, ...args] = command;
    await measure(folder, program, args);
    peers.push({ name, ...(await serveFolder(join(folder, 'dist'))) });
  }
  return peers;
}

async function plainQuestions(): Promise<RootArticle[]> {
  const articles: RootArticle[] = [];
  for await (const path of glob('content/faq/*/*.mdx', { cwd: root })) {
    const text = await readFile(join(root, path), 'utf8');
    const { head, yaml } = frontMatterOf(text);
    const body = text.slice(head.length);
    if (body.includes('<')) continue;
    const [, , language = '', name = ''] = path.replaceAll('\\', '/').split('/');
    const { title, answer, asked } = parse(yaml) as { title: string; answer: string; asked: string[] };
    const slug = name.replace(/\.mdx$/, '');
    articles.push({ kind: 'faq', language: language as Language, slug, title, answer, asked, body });
  }
  return articles;
}
