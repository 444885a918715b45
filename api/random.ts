import { randomFillSync } from 'node:crypto';

const poolBytes = 4096;

/** Random bytes of the system's generator, fetched some thousand at a time: asking takes longer than getting. */
export function createRandom(): (bytes: number) => Buffer {
  let pool = Buffer.alloc(0);
  return (bytes) => {
    if (bytes > pool.length) pool = randomFillSync(Buffer.allocUnsafeSlow(Math.max(poolBytes, bytes)));
    const given = pool.subarray(0, bytes);
    // Nothing is given twice.
    pool = pool.subarray(bytes);
    return given;
  };
}
