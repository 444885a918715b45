import type { Challenge } from 'altcha-lib';

/** What a proof of work can be asked for. A proof for one is none for another. */
export const challengePurposes = ['ticket', 'registration', 'subscription'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** A task for a browser (ALTCHA, version 2); what it finds comes back with the request, in the header `Mado-Proof`. */
export type ProofTask = Omit<Challenge, 'codeChallenge'>;
