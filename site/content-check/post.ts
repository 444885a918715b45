import type { Journal } from '../../content/schema/journal.ts';
import { languages } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import { isPublished, postSchema, type PostSummary } from '../../content/schema/posts.ts';
import type { ArticleMemory } from '../article-text/memory.ts';
import type { CheckedPage, Place } from './article.ts';
import type { Finding } from './finding.ts';
import { readPage, unknownSlug } from './front-matter.ts';
import { refusePlatforms } from './platforms.ts';

export type CheckedPost = CheckedPage<PostSummary, 'posts'>;

interface Around {
  portal: Portal | null;
  journal: Journal | null;
  /** `YYYY-MM-DD` where the portal is. */
  today: string;
}

/** Everything in the folder of posts. */
export function isPostFile(file: string): boolean {
  return file.startsWith('content/posts/');
}

/** Where a file says that it belongs, or `null` if no post can live there. */
export function placeOfPost(file: string): Place<'posts'> | null {
  const [, , folder = '', name = ''] = file.split('/');
  const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name)?.[1];
  const language = languages.find((known) => known === folder);
  if (!language || !slug || file.split('/').length !== 4) return null;
  return { file, language, kind: 'posts', slug, url: `/${language}/posts/${slug}/` };
}

export function misplacedPost(file: string): Finding {
  return {
    file,
    line: 1,
    reason: `A post is content/posts/<${languages.join(', ')}>/<slug>.mdx, its slug in small letters, digits and hyphens.`,
    example: 'content/posts/en/autumn-walk.mdx',
  };
}

/** Reads a post and says what is wrong with it, apart from where it points to. */
export async function checkPost(
  root: string,
  place: Place<'posts'>,
  { portal, journal, today }: Around,
  memory?: ArticleMemory,
): Promise<CheckedPost> {
  const { file, language, slug, url } = place;
  const { value, findings, tree, lineOf } = await readPage(root, file, postSchema, memory);
  if (tree) findings.push(...refusePlatforms(tree, file));
  if (!value) return { ...place, findings, tree, sections: [], front: null };

  const { title, summary, published, updated, authors, tags, category, asked, related, formerly, onlyIn } = value;
  for (const [field, given, known] of [
    ['authors', authors, journal && Object.keys(journal.authors)],
    ['tags', tags, journal && Object.keys(journal.tags)],
    ['category', category ? [category] : [], portal?.categories.map((one) => one.slug)],
  ] as const) {
    for (const [index, slug] of given.entries()) {
      const line = lineOf(field === 'category' ? [field] : [field, index]);
      const example =
        field === 'category' ? undefined : `${field}: [${known?.[0] ?? ''}] (they are listed in content/journal.yaml)`;
      if (known) findings.push(...unknownSlug(field, slug, known, { file, line }, example));
    }
  }
  if (updated && updated < published) {
    const reason = `updated: expected the day of \`published\` (${published}), or a later one; got "${updated}"`;
    findings.push({ file, line: lineOf(['updated']), reason, example: `updated: ${published}` });
  }
  if (onlyIn && onlyIn !== language) {
    const reason = `onlyIn: the post lies in the folder of ${language}, and says that it is in ${onlyIn} only`;
    findings.push({ file, line: lineOf(['onlyIn']), reason, example: `onlyIn: ${language}` });
  }
  return {
    ...place,
    findings,
    tree,
    sections: [],
    front: {
      summary: { language, slug, url, title, summary, published, updated, category, asked, authors, tags },
      related,
      formerly,
      onlyIn,
      waitsFor: isPublished(value, today) ? undefined : published,
      lineOf,
    },
  };
}
