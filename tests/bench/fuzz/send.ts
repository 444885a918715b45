import { Agent, request } from 'node:http';
import type { FuzzRequest } from '../../support/fuzz/requests.ts';

export interface Answered {
  /** 0 for a connection that was closed without an answer, -1 for none within five seconds. */
  status: number;
  body: string;
  cookie: string | undefined;
}

const patienceMs = 5000;

/** Sends requests to a port of this machine as they are, without the tidying that `fetch` does. */
export function sender(port: number): (sent: FuzzRequest, cookie?: string) => Promise<Answered> {
  const agent = new Agent({ keepAlive: true });
  return ({ method, path, headers, body }, cookie) =>
    new Promise((resolve) => {
      const nothing = (status: number) => resolve({ status, body: '', cookie: undefined });
      const asked = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          method,
          path: path.toWellFormed().replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent),
          headers: {
            ...headers,
            ...(cookie ? { Cookie: cookie } : {}),
            ...(body === null ? {} : { 'Content-Length': Buffer.byteLength(body) }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', () => nothing(0));
          answer.on('end', () => {
            clearTimeout(timer);
            const set = answer.headers['set-cookie']?.[0]?.split(';')[0];
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString(), cookie: set });
          });
        },
      );
      const giveUp = () => {
        nothing(-1);
        asked.destroy();
      };
      // Once more around: an answer that came while this process itself stood still is read first.
      const timer = setTimeout(() => setTimeout(giveUp, 100), patienceMs);
      asked.on('error', () => {
        clearTimeout(timer);
        nothing(0);
      });
      asked.end(body ?? undefined);
    });
}
