import { z } from 'zod';

export const scores = ['good', 'bad'] as const;
export type Score = (typeof scores)[number];

/** How a customer found what was done for them; sent again, it takes the place of the first. */
export const ratingInput = z.strictObject({
  score: z.enum(scores),
  comment: z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(1000))
    .optional(),
});
export type RatingInput = z.output<typeof ratingInput>;

export const rating = z
  .strictObject({ score: z.enum(scores), comment: z.string().nullable() })
  .meta({ id: 'Rating', description: 'How a customer found what was done for them.' });
export type Rating = z.output<typeof rating>;
