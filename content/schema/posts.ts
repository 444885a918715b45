import { z } from 'zod';
import { formerly, isoDate, slug } from './fields.ts';
import { languages } from './languages.ts';

const slugs = (example: string[]) =>
  z
    .array(slug)
    .max(5)
    .refine((list) => new Set(list).size === list.length, 'each of them once')
    .meta({ example });

/** Front matter of `content/posts/<language>/<slug>.mdx`: something to read, by somebody, on a day. */
export const postSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(3)
    .max(90)
    .describe('What it is about')
    .meta({ example: 'How we test a shoe before we sell it' }),
  summary: z
    .string()
    .trim()
    .min(10)
    .max(220)
    .describe('One or two sentences that stand beneath the title, in lists, feeds and search')
    .meta({ example: 'Every model is walked in for six weeks before it goes on sale. Here is what we look at.' }),
  published: isoDate.describe('The day from which it is shown; until then it is in no file of the site'),
  updated: isoDate.optional().describe('The day it was changed in a way that readers should know'),
  authors: slugs(['ichika-kobayashi']).min(1).describe('Who wrote it: slugs of journal.yaml'),
  tags: slugs(['workshop']).min(1).describe('What it is about: slugs of journal.yaml'),
  category: slug.optional().describe('The slug of a category in portal.yaml that it belongs to').meta({
    example: 'shoes',
  }),
  asked: z
    .array(z.string().trim().min(2).max(120))
    .default([])
    .describe('Other words by which search finds it')
    .meta({ example: ['how are shoes tested'] }),
  related: slugs(['choose-your-size']).default([]).describe('Slugs of articles a reader may need next'),
  formerly,
  onlyIn: z
    .enum(languages)
    .optional()
    .describe('Says that it is in this language only; without it, its translation has to be there')
    .meta({ example: 'ja' }),
});
export type PostFields = z.infer<typeof postSchema>;

/** A post as the build knows it. */
export interface PostSummary extends Pick<
  PostFields,
  'title' | 'summary' | 'published' | 'updated' | 'category' | 'asked' | 'authors' | 'tags'
> {
  language: (typeof languages)[number];
  slug: string;
  /** Site-absolute address, with its closing slash: `/ja/posts/autumn-walk/`. */
  url: string;
}

/** Whether a post is shown on a day (`YYYY-MM-DD`, where the portal is). */
export function isPublished({ published }: { published: string }, today: string): boolean {
  return published <= today;
}
