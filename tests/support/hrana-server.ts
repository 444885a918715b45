import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asked, HranaError, openStream, type Stream } from './hrana-streams.ts';

/*
 * A libSQL server for tests, in a process of its own, never a product: Hrana 2 over HTTP on SQLite files in a temporary
 * folder. `POST /<name>/v2/pipeline` is the database of that name, made when it is first asked for. What it is told by its
 * parent: `{ cutAfterCommit: n, of: sql }` executes the nth batch from now on in which a statement contains `sql`, and drops
 * the connection instead of answering; `{ mostPages: n }` leaves databases no room beyond.
 *
 *   node tests/support/hrana-server.ts <token>
 */
const [, , token = ''] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'madoguchi-hrana-'));
const streams = new Map<string, Stream>();
let cut = { batches: 0, of: '' };
let mostPages = 1_000_000;

process.on('message', (told: { cutAfterCommit?: number; of?: string; mostPages?: number }) => {
  cut = { batches: told.cutAfterCommit ?? 0, of: told.of ?? '' };
  mostPages = told.mostPages ?? mostPages;
  process.send?.({ heard: true });
});

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    const [status, message] = error instanceof HranaError ? [400, error.message] : [500, String(error)];
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message }));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0, folder });
});

interface PipelineRequest {
  baton?: string | null;
  requests: Asked[];
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers.authorization !== `Bearer ${token}`) {
    response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":"Unauthorized: wrong token"}');
    return;
  }
  const name = /^\/([\w-]+)\/v2\/pipeline$/.exec(request.url ?? '')?.[1];
  if (request.method !== 'POST' || name === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { baton, requests } = JSON.parse(await textOf(request)) as PipelineRequest;
  const stream = baton ? streams.get(baton) : openStream(join(folder, `${name}.db`), mostPages);
  if (!stream) throw new HranaError('STREAM_EXPIRED', 'The stream has expired or never was');
  if (baton) streams.delete(baton);

  let isMeant = false;
  const results = requests.map((one) => {
    isMeant ||= stream.isBatchOf(one, cut.of);
    return stream.answer(one);
  });
  const isCut = isMeant && cut.batches > 0 && (cut.batches -= 1) === 0;
  const next = stream.isClosed() ? null : randomUUID();
  if (next) streams.set(next, stream);
  if (isCut) {
    request.socket.destroy();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ baton: next, base_url: null, results }));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
