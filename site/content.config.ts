import { defineCollection } from 'astro:content';
import { faqSchema, guideSchema, troubleshootingSchema } from '../content/schema/articles.ts';
import { articleLoader } from './article-text/loader.ts';

export const collections = {
  faq: defineCollection({ loader: articleLoader('faq', faqSchema), schema: faqSchema }),
  guides: defineCollection({ loader: articleLoader('guides', guideSchema), schema: guideSchema }),
  troubleshooting: defineCollection({
    loader: articleLoader('troubleshooting', troubleshootingSchema),
    schema: troubleshootingSchema,
  }),
};
