import { z } from 'zod';

export const mailExample = z
  .strictObject({
    kind: z.string(),
    language: z.enum(['ja', 'en']),
    number: z.int().describe('Which of the examples of that kind, from 0 on'),
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'MailExample', description: 'One example of the gallery: a kind of mail, in a language.' });
export type MailExample = z.output<typeof mailExample>;
