import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectionEntry, getCollection } from 'astro:content';
import { parse } from 'yaml';
import { type Journal, journalSchema } from '../content/schema/journal.ts';
import { type Language, languages } from '../content/schema/languages.ts';
import { isPublished } from '../content/schema/posts.ts';
import { portal, today } from './portal.ts';

/** A post with its place in the site. */
export interface Post {
  language: Language;
  slug: string;
  url: string;
  entry: CollectionEntry<'posts'>;
}

/** Every post that is shown today, in all languages, newest first. */
export async function allPosts(): Promise<Post[]> {
  const entries = await getCollection('posts', ({ data }) => isPublished(data, today));
  return entries.map(asPost).sort(byDay);
}

/** Posts of a language, newest first. */
export async function postsIn(language: Language): Promise<Post[]> {
  return (await allPosts()).filter((post) => post.language === language);
}

/** The languages of some posts, in the portal's order. */
export function languagesOfPosts(posts: readonly Post[]): Language[] {
  return portal.languages.filter((known) => posts.some(({ language }) => language === known));
}

/** The day of its last change. */
export function changedOn({ entry: { data } }: Post): string {
  return data.updated ?? data.published;
}

export interface Named {
  slug: string;
  name: string;
}

export interface Author extends Named {
  role: string;
}

/** An author's name and role; the content check has made sure that there is one of the name. */
export function authorBy(slug: string, language: Language): Author {
  const author = journal().authors[slug];
  if (!author) throw new Error(`journal.yaml has no author ${slug}`);
  return { slug, name: author.name[language], role: author.role[language] };
}

export function tagBy(slug: string, language: Language): Named {
  const tag = journal().tags[slug];
  if (!tag) throw new Error(`journal.yaml has no tag ${slug}`);
  return { slug, name: tag[language] };
}

/** The settings of the posts; only where there are posts. */
export function journal(): Journal {
  return journalSchema.parse(parse(readFileSync(join(process.cwd(), 'content/journal.yaml'), 'utf8')));
}

function asPost(entry: CollectionEntry<'posts'>): Post {
  const [folder, slug = ''] = entry.id.split('/');
  const language = languages.find((known) => known === folder);
  if (!language) throw new Error(`${entry.id} is in no known language`);
  return { language, slug, url: `/${language}/posts/${slug}/`, entry };
}

function byDay(one: Post, other: Post): number {
  return other.entry.data.published.localeCompare(one.entry.data.published) || one.slug.localeCompare(other.slug);
}
