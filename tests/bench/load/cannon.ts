import { randomBytes, randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/*
 * Fires at a server from a process of its own, so that what asks and what answers share no event loop:
 * `node cannon.ts <JSON>` prints what came back as JSON.
 */

/** What is asked for, each as often as its weight says. */
export interface Shot {
  kind: 'get' | 'ticket' | 'message' | 'vote';
  path: string;
  headers?: Record<string, string>;
  weight?: number;
}

export interface Salvo {
  url: string;
  seconds: number;
  connections: number;
  /** Requests a second at most; as many as are answered if left out. */
  rate?: number;
  shots: Shot[];
}

export interface Hits {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  ok: number;
  /** Answers other than 2xx and 3xx, and requests without one. */
  failed: number;
}

let count = 0;

if (process.argv[1]?.endsWith('cannon.ts')) {
  const hits = await fire(JSON.parse(process.argv[2] ?? '') as Salvo);
  process.stdout.write(JSON.stringify(hits));
}

async function fire({ url, seconds, connections, rate, shots }: Salvo): Promise<Hits> {
  const { requests, latency, errors, timeouts, non2xx, ...counts } = await autocannon({
    url,
    duration: seconds,
    connections,
    // The portal asks for another connection after 10,000 requests on one; autocannon does not listen to that.
    reconnectRate: 5000,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: shots.flatMap((shot) => Array.from({ length: shot.weight ?? 1 }, () => requestOf(shot))),
  });
  const found = counts['3xx'];
  return {
    perSecond: requests.average,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    maxMs: latency.max,
    ok: counts['2xx'] + found,
    failed: non2xx - found + errors + timeouts,
  };
}

function requestOf({ kind, path, headers = {} }: Shot): autocannon.Request {
  if (kind === 'get') return { method: 'GET', path, headers };
  return {
    method: 'POST',
    path,
    setupRequest: (request) => ({
      ...request,
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        // Everybody from an address of their own, behind a proxy: what is limited for each does not stop all.
        'X-Forwarded-For': [10, ...randomBytes(3)].join('.'),
      },
      body: JSON.stringify(bodyOf(kind)),
    }),
  };
}

function bodyOf(kind: Shot['kind']): object {
  count += 1;
  if (kind === 'message') return { message: `And another thing (${count}).` };
  if (kind === 'vote') return { url: '/ja/faq/return-policy/', helpful: count % 3 > 0 };
  return {
    email: `customer-${randomBytes(6).toString('hex')}@example.jp`,
    subject: `荷物が届きません ${count}`,
    message: '先週の木曜に届く予定でしたが、まだ届いていません。状況を教えていただけますか。',
    language: 'ja',
  };
}
