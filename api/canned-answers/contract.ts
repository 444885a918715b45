import { z } from 'zod';

/** Variables that stand in an answer as `{{customer}}`, and what they become: none is ever left unfilled unseen. */
export const variables = ['customer', 'reference', 'subject', 'agent', 'team', 'organisation'] as const;
export type Variable = (typeof variables)[number];

const text = z.string().trim().max(5000);

/** A ready answer; at least one language has a text. */
export const cannedAnswerInput = z.strictObject({ name: z.string().trim().min(1).max(80), ja: text, en: text });
export type CannedAnswerInput = z.output<typeof cannedAnswerInput>;

export const cannedAnswer = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    ja: z.string(),
    en: z.string(),
    uses: z.int().describe('How often it went into a reply'),
    changedAt: z.int().describe('Milliseconds since the epoch'),
  })
  .meta({ id: 'CannedAnswer' });
export type CannedAnswer = z.output<typeof cannedAnswer>;
