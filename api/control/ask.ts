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
 * Throws `ControlError` when it refused, when the socket belongs to somebody else, and when no answer came: a question has
 * one within `patienceMs`; how long an order takes, nobody knows.
 */
export async function askPortal<T>(
  dataDir: string,
  { method, path, body }: { method: 'GET' | 'POST'; path: string; body?: object },
  patienceMs = 120_000,
): Promise<T | null> {
  let address;
  try {
    address = controlAddress(dataDir);
  } catch {
    return null;
  }
  try {
    return await new Promise<T | null>((resolve, reject) => {
      const fail = (error: unknown) => {
        const failure = asControlError(error, dataDir);
        if (failure) reject(failure);
        else resolve(null);
      };
      const sent = request(
        { socketPath: address.path, method, path, headers: { 'Content-Type': 'application/json' } },
        (response) => {
          text(response)
            .then((answer) => resolve(valueOf(response.statusCode, answer) as T))
            .catch(fail);
        },
      );
      sent.on('error', fail);
      if (method === 'GET') {
        const what = `The portal of ${dataDir} has not answered within ${Math.round(patienceMs / 1000)} seconds.`;
        sent.setTimeout(patienceMs, () => sent.destroy(new ControlError(what)));
      }
      sent.end(body && JSON.stringify(body));
    });
  } finally {
    address.release();
  }
}

/** `null` when nobody listens. */
function asControlError(error: unknown, dataDir: string): ControlError | null {
  if (error instanceof ControlError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  // No socket, or one that a process left behind which was killed.
  if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR') return null;
  if (code === 'EACCES') {
    return new ControlError(`${dataDir} belongs to another user. Run this as the user of the portal, or as root.`);
  }
  return new ControlError(`The portal of ${dataDir} has not answered (${code ?? message}).`);
}

function valueOf(status: number | undefined, answer: string): unknown {
  let value: { error?: string };
  try {
    value = JSON.parse(answer) as { error?: string };
  } catch {
    throw new ControlError(`The portal answered ${String(status)} with what cannot be read.`);
  }
  if (status !== 200) throw new ControlError(value.error ?? `The portal answered ${String(status)}.`);
  return value;
}
