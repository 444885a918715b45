import { apiClient } from '../../api/client.ts';
import type { ChallengePurpose, ProofTask } from '../../api/challenge/contract.ts';
import { pageLanguage } from '../base/page.ts';
import { base64Url } from './base64-url.ts';
// oxlint-disable-next-line import/default -- Vite makes a file of the worker, and this the way to start it
import ProofWorker from './proof-worker.ts?worker';

/** Shorter than the half hour that the server gives. */
const freshMs = 25 * 60_000;
const patienceMs = 15_000;

/**
 * Has the browser do a little work while somebody writes, which shows that a message is not one of thousands. Gives back
 * a function that resolves with the proof for the header `Mado-Proof`; with `null` where there is none: the message then
 * goes without it, and the server takes fewer of those.
 */
export function prepareProof(purpose: ChallengePurpose): () => Promise<string | null> {
  let begunAt = Date.now();
  let work = workOn(purpose);
  return () => {
    if (Date.now() - begunAt > freshMs) {
      begunAt = Date.now();
      work = workOn(purpose);
    }
    const giveUp = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), patienceMs);
    });
    return Promise.race([work, giveUp]);
  };
}

async function workOn(purpose: ChallengePurpose): Promise<string | null> {
  try {
    const answer = await apiClient(pageLanguage()).api.challenges[':purpose'].$get({ param: { purpose } });
    const challenge = (await answer.json()) as ProofTask;
    const solution = await solve(challenge);
    return solution === null ? null : base64Url(JSON.stringify({ challenge, solution }));
  } catch {
    // No network, or nothing to calculate with, as on an address without https.
    return null;
  }
}

async function solve(challenge: ProofTask): Promise<unknown> {
  const worker = new ProofWorker();
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', reject);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(challenge);
    });
  } finally {
    worker.terminate();
  }
}
