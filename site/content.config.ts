import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { postSchema } from '../content/schema/posts.ts';
import { faqSchema, guideSchema, troubleshootingSchema } from '../content/schema/articles.ts';
import { articleLoader } from './article-text/loader.ts';

/** Posts are few: each may be a module of the bundler, made by @astrojs/mdx. */
const posts = glob({ base: './content/posts', pattern: '{ja,en}/*.mdx' });

export const collections = {
  faq: defineCollection({ loader: articleLoader('faq', faqSchema), schema: faqSchema }),
  guides: defineCollection({ loader: articleLoader('guides', guideSchema), schema: guideSchema }),
  troubleshooting: defineCollection({
    loader: articleLoader('troubleshooting', troubleshootingSchema),
    schema: troubleshootingSchema,
  }),
  posts: defineCollection({ loader: posts, schema: postSchema }),
};
