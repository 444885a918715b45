import type { Challenge } from 'altcha-lib';
import { z } from 'zod';

/** What a proof of work can be asked for. A proof for one is none for another. */
export const challengePurposes = ['ticket', 'registration', 'subscription', 'data-request'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** A task for a browser (ALTCHA, version 2); what it finds comes back with the request, in the header `Mado-Proof`. */
export type ProofTask = Omit<Challenge, 'codeChallenge'>;

export const proofTask = z
  .strictObject({
    parameters: z.strictObject({
      algorithm: z.string(),
      cost: z.int().describe('Rounds for each key that is tried'),
      keyLength: z.int().describe('Bytes'),
      keyPrefix: z.string().describe('With what the key begins that is looked for'),
      keySignature: z.string(),
      nonce: z.string(),
      salt: z.string(),
      data: z.strictObject({ for: z.enum(challengePurposes), at: z.int().describe('Milliseconds since the epoch') }),
    }),
    signature: z.string().describe('Over all parameters: who makes the task easier breaks it'),
  })
  .meta({ id: 'ProofTask', description: 'A task for a browser (ALTCHA, version 2).' });
