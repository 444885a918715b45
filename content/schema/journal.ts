import { z } from 'zod';
import { inBothLanguages, slug } from './fields.ts';

const author = z.strictObject({
  name: inBothLanguages({ ja: '小林 一花', en: 'Ichika Kobayashi' }, 60),
  role: inBothLanguages({ ja: '商品企画', en: 'Product team' }, 60),
});

/** `content/journal.yaml`: what the posts have in common. */
export const journalSchema = z.strictObject({
  description: inBothLanguages({ ja: '店の仕事と、歩くことの話。', en: 'How we work, and walks we like.' }, 160),
  authors: z
    .record(slug, author)
    .describe('Who writes, by a slug that is part of an address')
    .meta({ example: { 'ichika-kobayashi': { name: { ja: '小林 一花', en: 'Ichika Kobayashi' } } } }),
  tags: z
    .record(slug, inBothLanguages({ ja: '店の仕事', en: 'Behind the counter' }, 40))
    .describe('What posts are about, by a slug that is part of an address')
    .meta({ example: { workshop: { ja: '店の仕事', en: 'Behind the counter' } } }),
});
export type Journal = z.infer<typeof journalSchema>;
