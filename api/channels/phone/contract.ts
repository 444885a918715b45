import { z } from 'zod';

/**
 * A call as an agent logs it while talking: who, what about, and what was said. It continues a conversation when it
 * names one.
 */
export const callInput = z.strictObject({
  /** A telephone number as people write it, or an address that is known. */
  caller: z.string().trim().min(3).max(254),
  subject: z.string().trim().min(1).max(120),
  message: z.string().trim().min(1).max(5000),
  name: z.string().trim().min(1).max(80).optional(),
  language: z.enum(['ja', 'en']),
  reference: z.string().max(20).optional().describe('The conversation that it continues'),
  isSolved: z.boolean().default(false).describe('Whether nothing is left to do'),
});
export type CallInput = z.output<typeof callInput>;
