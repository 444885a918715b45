import { createHash, createHmac } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { eq, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { Services } from '../services.ts';
import type { ChallengePurpose, ProofTask } from './contract.ts';
import { usedProofs } from './tables.ts';

/** About a million rounds of SHA-256: half a second of a desktop, two or three of a phone, while a person writes. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 1000, counter: { least: 500, most: 1500 } };

/** Long enough for a long letter; the form asks again when it took longer. */
const validMs = 30 * 60_000;
/** Nobody fills a form in faster. Counted from when the task was given: a page that is a file does not know its time. */
const shortestMs = 2_000;

const hex = z.string().regex(/^[0-9a-f]{1,128}$/);
const proofShape = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      nonce: hex,
      data: z.strictObject({ for: z.string(), at: z.int() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int().min(0), derivedKey: hex }),
});
type Proof = z.infer<typeof proofShape>;

type Needs = Pick<Services, 'db' | 'clock' | 'secret'>;

/** A signed task, good for one request within half an hour. */
export async function giveTask(
  { clock, secret, random }: Needs & Pick<Services, 'random'>,
  purpose: ChallengePurpose,
): Promise<ProofTask> {
  const { least, most } = work.counter;
  const counter = least + (random(4).readUInt32BE() % (most - least));
  const { algorithm, cost } = work;
  return createChallenge({
    algorithm,
    cost,
    counter,
    deriveKey,
    data: { for: purpose, at: clock() },
    ...keysOf(secret),
  });
}

/**
 * Whether a request brings a proof of work that was given by us for this purpose, not too long and not a moment ago, is
 * solved, and was not used for another request. Uses it up.
 */
export async function hasProof(
  services: Needs,
  purpose: ChallengePurpose,
  header: string | undefined,
  usedFor: string,
): Promise<boolean> {
  const proof = readProof(header);
  if (!proof) return false;
  const { data } = proof.challenge.parameters;
  const age = services.clock() - data.at;
  if (data.for !== purpose || age < shortestMs || age > validMs) return false;
  return (await isSolved(proof, services.secret)) && useUp(services, proof, usedFor);
}

function readProof(header: string | undefined): Proof | null {
  if (header === undefined || header.length > 4096) return null;
  try {
    return proofShape.parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
  } catch {
    return null;
  }
}

/** The signature covers everything that the task asks: who makes it easier breaks it. */
async function isSolved({ challenge, solution }: Proof, secret: string): Promise<boolean> {
  try {
    const { verified } = await verifySolution({
      challenge: challenge as unknown as ProofTask,
      solution,
      deriveKey,
      ...keysOf(secret),
    });
    return verified;
  } catch {
    return false;
  }
}

/** `false` when it was used for another request before, in whichever process. */
async function useUp({ db, clock }: Needs, { challenge }: Proof, usedFor: string): Promise<boolean> {
  const id = challenge.parameters.nonce;
  const request = createHash('sha256').update(usedFor).digest('base64url');
  const expiresAt = challenge.parameters.data.at + validMs;
  const row = { id, usedFor: request, expiresAt };
  const [inserted] = await db.write([db.read.insert(usedProofs).values(row).onConflictDoNothing()]);
  if (inserted?.changes) return true;
  const [used] = await db.read.select().from(usedProofs).where(eq(usedProofs.id, id));
  return used?.usedFor === request && expiresAt > clock();
}

/** Forgets proofs that are too old to be used again. */
export async function forgetOldProofs(db: Database, now: number): Promise<void> {
  await db.write([db.read.delete(usedProofs).where(lte(usedProofs.expiresAt, now))]);
}

function keysOf(secret: string) {
  const keyFor = (what: string) => createHmac('sha256', secret).update(`proof-of-work:${what}`).digest('hex');
  return { hmacSignatureSecret: keyFor('task'), hmacKeySignatureSecret: keyFor('solution') };
}
