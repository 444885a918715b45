import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { ProofTask } from '../../api/challenge/contract.ts';
import { base64Url } from '../contact/base64-url.ts';
import { deliverLetters } from './deliver-letters.ts';
import { readLetters } from './letter-store.ts';

const longestMs = 60_000;

/** Sends what waits from the service worker. Rejects while something still waits: the browser then wakes it again. */
export async function deliverInWorker(): Promise<void> {
  await deliverLetters(prove);
  if ((await readLetters()).some(({ state }) => state.kind === 'waiting')) throw new Error('Something still waits');
}

/** In place: a worker cannot start another. */
async function prove(): Promise<string | null> {
  try {
    const answer = await fetch('/api/challenges/ticket');
    if (!answer.ok) return null;
    const challenge = (await answer.json()) as ProofTask;
    const solution = await solveChallenge({ challenge, deriveKey, timeout: longestMs });
    return solution ? base64Url(JSON.stringify({ challenge, solution })) : null;
  } catch {
    return null;
  }
}
