import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { controlAddress } from './address.ts';

/** The portal did not do what it was asked to; the message says why. */
export class ControlError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ControlError';
  }
}

/**
 * Asks the portal that runs with a data folder. Gives back its answer, or `null` when no portal listens there.
 * Throws `ControlError` when it refused, and when the socket belongs to somebody else.
 */
export async function askPortal<T>(
  dataDir: string,
  { method, path, body }: { method: 'GET' | 'POST'; path: string; body?: object },
): Promise<T | null> {
  let address;
  try {
    address = controlAddress(dataDir);
  } catch {
    return null;
  }
  try {
    return await new Promise<T | null>((resolve, reject) => {
      const sent = request(
        { socketPath: address.path, method, path, headers: { 'Content-Type': 'application/json' } },
        (response) => {
          text(response)
            .then((answer) => resolve(valueOf(response.statusCode, answer) as T))
            .catch(reject);
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // No socket, or one that a process left behind which was killed.
        if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTDIR') resolve(null);
        else if (error.code === 'EACCES') {
          reject(
            new ControlError(`${dataDir} belongs to another user. Run this as the user of the portal, or as root.`),
          );
        } else reject(error);
      });
      sent.end(body && JSON.stringify(body));
    });
  } finally {
    address.release();
  }
}

function valueOf(status: number | undefined, answer: string): unknown {
  const value = JSON.parse(answer) as { error?: string };
  if (status !== 200) throw new ControlError(value.error ?? `The portal answered ${String(status)}.`);
  return value;
}
