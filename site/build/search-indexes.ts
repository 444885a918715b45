import { join } from 'node:path';
import type { Portal } from '../../content/schema/portal.ts';
import type { PostSummary } from '../../content/schema/posts.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import { type IndexedText, readBuiltPage } from './built-pages.ts';
import { FullTextIndex } from './full-text-index.ts';
import { writeQuestionIndex } from './question-index.ts';

/**
 * Writes both search indexes of a built site: `search/` and `pagefind/`. Pagefind works in a process of its own, and the
 * question index is made beside it: of articles only, since a post answers no question.
 */
export async function writeSearchIndexes(
  root: string,
  siteFolder: string,
  portal: Portal,
  articles: readonly ArticleSummary[],
  posts: readonly PostSummary[] = [],
): Promise<void> {
  const fullText = await FullTextIndex.open();
  try {
    const pages: IndexedText[] = [];
    for (const article of articles) {
      const { copy, headings } = await readBuiltPage(siteFolder, article);
      await fullText.add(article.url, copy);
      pages.push({ article, headings });
    }
    for (const post of posts) {
      const { copy } = await readBuiltPage(siteFolder, { ...post, kind: 'posts' as const });
      await fullText.add(post.url, copy);
    }
    const written = fullText.write(join(siteFolder, 'pagefind'));
    await Promise.all([written, writeQuestionIndex(root, siteFolder, portal, pages, written)]);
  } finally {
    await fullText.close();
  }
}
