import crypto, { type Argon2Parameters } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { expect } from 'vitest';

/*
 * Deriving a password at OWASP's cost is meant to take long, and most tests only sign somebody in. They derive at the
 * least cost there is. The tests of passwords themselves, and whole server processes, pay the real one.
 */

const atRealCost = /passwords\.test\.ts$/;
const least = { memory: 8, passes: 1, parallelism: 1 };

const real = crypto.argon2;
// Files share a process, and each of them comes by here.
if (real.name !== 'quickArgon2') {
  crypto.argon2 = function quickArgon2(algorithm, parameters: Argon2Parameters, callback) {
    const isReal = atRealCost.test(expect.getState().testPath ?? '');
    real(algorithm, isReal ? parameters : { ...parameters, ...least }, callback);
  };
  syncBuiltinESMExports();
}
