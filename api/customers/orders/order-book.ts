import type { Logger } from 'pino';
import { z } from 'zod';
import { type CustomerOrders, type Identity, order } from '../contract.ts';
import { signatureOf } from '../../http/signature.ts';

/** Where the shop's own system is asked for a customer's orders. */
export interface OrderBook {
  /** Never throws: a shop that does not answer is said, and keeps nobody from their work. */
  ordersOf(identities: readonly Pick<Identity, 'kind' | 'value' | 'isVerified'>[]): Promise<CustomerOrders>;
}

const answered = z.object({ orders: z.array(order.strip()).max(100) });
const timeLimitMs = 3000;
const mostBytes = 256 * 1024;
const keptMs = 60_000;
const mostKept = 200;

/** No look-up is configured. */
export const noOrderBook: OrderBook = { ordersOf: async () => ({ state: 'off', orders: [] }) };

/**
 * Asks the shop at `url` in requests that are signed with `secret`. What it answered is kept in memory for a minute, and
 * nowhere else; what it could not answer is asked again.
 */
export function createOrderBook({
  url,
  secret,
  clock,
  log,
}: {
  url: string;
  secret: string;
  clock: () => number;
  log: Logger;
}): OrderBook {
  const kept = new Map<string, { at: number; answer: Promise<CustomerOrders> }>();

  async function ask(body: string): Promise<CustomerOrders> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Mado-Signature': signatureOf(body, secret, Math.floor(clock() / 1000)),
        },
        body,
        // Elsewhere it would take the addresses and the signature along.
        redirect: 'error',
        signal: AbortSignal.timeout(timeLimitMs),
      });
      if (!answer.ok) throw new Error(`the status is ${answer.status}`);
      const { orders } = answered.parse(JSON.parse(await textOf(answer)));
      return { state: 'found', orders };
    } catch (error) {
      // Of an answer only what is wrong with it, never what it holds.
      const why =
        error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : String(error);
      log.warn({ why }, 'the look-up of orders failed');
      return { state: 'unreachable', orders: [] };
    }
  }

  return {
    async ordersOf(identities) {
      if (identities.length === 0) return { state: 'found', orders: [] };
      const known = identities.map(({ kind, value, isVerified }) => ({ kind, value, isVerified }));
      const body = JSON.stringify({ identities: known });
      const now = clock();
      for (const [key, { at }] of kept) if (now - at >= keptMs || kept.size > mostKept) kept.delete(key);
      const found = kept.get(body);
      if (found) return found.answer;
      const answer = ask(body);
      kept.set(body, { at: now, answer });
      if ((await answer).state !== 'found') kept.delete(body);
      return answer;
    },
  };
}

/** The text of an answer. Throws for more than one should be. */
async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error(`the answer is larger than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
