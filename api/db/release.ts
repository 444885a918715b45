import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Makes libSQL let go of files whose connections were closed: it does so only when their handles are collected, and until
 * then our own closed connection locks us out.
 */
export async function releaseClosedFiles(): Promise<void> {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  // Finalizers run in a later turn of the event loop; what they let go of is collected by the next.
  for (let round = 0; round < 3; round += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
