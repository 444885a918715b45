import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/* Works beside the page, so that writing never stutters. Answers with the solution, or `null` where there is none. */

const longestMs = 60_000;

addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  void solveChallenge({ challenge: data, deriveKey, timeout: longestMs })
    .catch(() => null)
    .then((solution) => postMessage(solution));
});
