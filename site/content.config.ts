import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { faqSchema, guideSchema, troubleshootingSchema } from '../content/schema/articles.ts';

const articles = (kind: string) => glob({ base: `./content/${kind}`, pattern: '{ja,en}/*.mdx' });

export const collections = {
  faq: defineCollection({ loader: articles('faq'), schema: faqSchema }),
  guides: defineCollection({ loader: articles('guides'), schema: guideSchema }),
  troubleshooting: defineCollection({ loader: articles('troubleshooting'), schema: troubleshootingSchema }),
};
