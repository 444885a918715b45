import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'zod';
import { languages } from '../../content/schema/languages.ts';
import { ArticleMemory } from './memory.ts';
import { noticeOf, standInFields } from './notice.ts';
import { renderedAs } from './entry.ts';
import { frontMatterOf, type ReadArticle, readArticle } from './read.ts';

type FSWatcher = NonNullable<LoaderContext['watcher']>;

interface Followed {
  root: string;
  folder: string;
  load: (file: string) => Promise<void>;
  drop: (id: string) => void;
}

const articlePath = new RegExp(`^content/[^/]+/((?:${languages.join('|')})/[^/]+)\\.mdx$`);

/**
 * Loads `content/<folder>/<language>/<slug>.mdx` by their schema, each with its text as the page shows it. A file with
 * something wrong in it becomes a page that says so: it is seen where it is written, and a build the content check has
 * stopped already.
 */
export function articleLoader(folder: string, schema: z.ZodObject): Loader {
  return {
    name: 'articles',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const memory = await memoryOf(root);
      const load = async (file: string) => {
        const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
        await keep(
          context,
          file,
          schema,
          text,
          memory.recall(file, text, () => readArticle(file, text, schema)),
        );
      };
      const files: string[] = [];
      for await (const path of glob(`content/${folder}/*/*.mdx`, { cwd: root })) files.push(path.replaceAll('\\', '/'));
      const ids = new Set(files.map(idOf));
      for (const id of context.store.keys()) if (!ids.has(id)) context.store.delete(id);
      for (const file of files.filter(idOf).sort()) await load(file);
      if (context.watcher) follow(context.watcher, { root, folder, load, drop: (id) => context.store.delete(id) });
    },
  };
}

let opened: { root: string; memory: Promise<ArticleMemory> } | null = null;

/** One for all kinds of articles. */
function memoryOf(root: string): Promise<ArticleMemory> {
  if (opened?.root !== root) opened = { root, memory: ArticleMemory.open(root) };
  return opened.memory;
}

async function keep(
  context: LoaderContext,
  file: string,
  schema: z.ZodObject,
  text: string,
  { fields, findings, pieces, headings }: ReadArticle<Record<string, unknown>>,
): Promise<void> {
  const id = idOf(file);
  const data = await context.parseData({ id, data: fields ?? standInFields(schema, text), filePath: file });
  const shown = findings.length > 0 ? noticeOf(findings) : pieces;
  const digest = context.generateDigest(JSON.stringify([data, shown, text]));
  const body = text.slice(frontMatterOf(text).head.length);
  context.store.set({ id, data, body, filePath: file, digest, rendered: renderedAs(shown, headings) });
}

function follow(watcher: FSWatcher, { root, folder, load, drop }: Followed): void {
  const fileAt = (path: string) => relative(root, path).replaceAll('\\', '/');
  const isOwn = (file: string) => file.startsWith(`content/${folder}/`) && idOf(file) !== '';
  const changed = (path: string) => {
    // A file that is gone again by then is dropped by its own event.
    if (isOwn(fileAt(path))) load(fileAt(path)).catch(() => undefined);
  };
  watcher.add(join(root, 'content', folder));
  watcher.on('change', changed);
  watcher.on('add', changed);
  watcher.on('unlink', (path) => {
    if (isOwn(fileAt(path))) drop(idOf(fileAt(path)));
  });
}

/** `<language>/<slug>`, or nothing for a file that is no article. */
function idOf(file: string): string {
  return articlePath.exec(file)?.[1] ?? '';
}
