import type { Language } from '../../content/schema/languages.ts';
import { type Article, allArticles, versionsOf } from '../articles.ts';
import { portal } from '../portal.ts';
import { allPosts, changedOn, languagesOfPosts, type Post } from '../posts.ts';
import type { ListedPage } from './sitemap.ts';

/** Every page that search engines should show, in the languages it exists in. */
export async function listedPages(): Promise<ListedPage[]> {
  const articles = await allArticles();
  const posts = await allPosts();
  const { languages, categories } = portal;
  return [
    { path: '', languages, changed: lastReviews(articles) },
    { path: 'contact/', languages, changed: {} },
    { path: 'mission/', languages, changed: {} },
    { path: 'notices/', languages, changed: {} },
    { path: 'privacy/', languages, changed: {} },
    ...(portal.forum ? [{ path: 'forum/guidelines/', languages, changed: {} }] : []),
    ...categories.map(({ slug }) => ({
      path: `categories/${slug}/`,
      languages,
      changed: lastReviews(articles.filter(({ entry }) => entry.data.category === slug)),
    })),
    ...[...byPath(articles)].map(([path, versions]) => ({
      path,
      languages: languagesOf(versions),
      changed: lastReviews(versions),
    })),
    ...pagesOfPosts(posts),
  ];
}

/** Each post, all of them, and those of each author and tag. */
function pagesOfPosts(posts: readonly Post[]): ListedPage[] {
  const paths = new Map<string, Post[]>();
  for (const post of posts) {
    const { authors, tags } = post.entry.data;
    const lists = ['', ...authors.map((author) => `authors/${author}/`), ...tags.map((tag) => `tags/${tag}/`)];
    for (const path of [`${post.slug}/`, ...lists]) paths.set(path, [...(paths.get(path) ?? []), post]);
  }
  return [...paths].map(([path, of]) => {
    const changed: ListedPage['changed'] = {};
    for (const post of of)
      if ((changed[post.language] ?? '') < changedOn(post)) changed[post.language] = changedOn(post);
    return { path: `posts/${path}`, languages: languagesOfPosts(of), changed };
  });
}

/** The languages an article exists in, in the portal's order. */
export async function languagesOfArticle(article: Article): Promise<Language[]> {
  return languagesOf(await versionsOf(article));
}

function languagesOf(versions: readonly Article[]): Language[] {
  return portal.languages.filter((known) => versions.some(({ language }) => language === known));
}

function byPath(articles: readonly Article[]): Map<string, Article[]> {
  return Map.groupBy(articles, ({ kind, slug }) => `${kind}/${slug}/`);
}

function lastReviews(articles: readonly Article[]): ListedPage['changed'] {
  const changed: ListedPage['changed'] = {};
  for (const { language, entry } of articles) {
    const { reviewed } = entry.data;
    if ((changed[language] ?? '') < reviewed) changed[language] = reviewed;
  }
  return changed;
}
