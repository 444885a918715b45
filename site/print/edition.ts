import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleKind } from '../../content/schema/kinds.ts';
import type { Language } from '../../content/schema/languages.ts';

/** What of an article says which file it is written in. */
export interface WrittenArticle {
  kind: ArticleKind;
  language: Language;
  slug: string;
}

/**
 * A hash that changes when a booklet of these articles would say something else: over what is written in them, pictures,
 * the settings, and the address it leads to. A new look alone makes no booklet untrue.
 */
export async function editionOf(root: string, articles: readonly WrittenArticle[]): Promise<string> {
  const paths = articles.map(({ kind, language, slug }) => `content/${kind}/${language}/${slug}.mdx`);
  for await (const path of glob('content/media/**/*.*', { cwd: root })) paths.push(path.replaceAll('\\', '/'));
  const hash = createHash('sha256').update(process.env['PUBLIC_URL'] ?? '');
  for (const path of ['content/portal.yaml', ...paths.sort()]) {
    hash.update(`\n${path}\n`).update(await readFile(join(root, path)));
  }
  return hash.digest('hex').slice(0, 16);
}
