import { z } from 'zod';

const pagesWord = z.string().trim().min(1).max(60).meta({ example: 'coupon' });
const pagesWords = z
  .array(pagesWord)
  .min(1)
  .max(3)
  .meta({ example: ['coupon', 'gift card'] });
const customersWords = z
  .record(z.string().trim().min(1).max(40), pagesWords)
  .meta({ example: { voucher: ['coupon', 'gift card'] } });

/** `content/synonyms.yaml`: words customers use, and the words the pages use instead, per language. */
export const synonymsSchema = z.strictObject({ ja: customersWords, en: customersWords });
