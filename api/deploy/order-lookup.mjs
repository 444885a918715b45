/* A sample of what a shop answers to Madoguchi: who asks by ORDERS_URL gets a customer's orders. Copy it, and look
   into your own system instead of `orders`. Run: ORDERS_SECRET=… PORT=4999 node order-lookup.mjs */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { ORDERS_SECRET: secret = '', PORT: port = '4999' } = process.env;
if (secret.length < 32) throw new Error('ORDERS_SECRET: expected the same 32 or more characters as at the portal');

/** Orders by how their customer is known. */
const orders = {
  'email:hanako@example.jp': [
    {
      number: 'A-1048-2231',
      placedAt: '2026-11-09T21:14:00+09:00',
      status: '発送済み',
      total: '14,300円',
      items: ['ウォーキングシューズ 23.5cm'],
    },
    {
      number: 'A-1041-0876',
      placedAt: '2026-09-30T12:02:00+09:00',
      status: 'お届け済み',
      total: '1,980円',
      items: ['インソール'],
    },
  ],
  'email:tom@example.com': [
    {
      number: 'A-1049-0117',
      placedAt: '2026-11-12T08:30:00Z',
      status: 'Being packed',
      total: '¥14,300',
      items: ['Walking shoes, 27 cm'],
    },
  ],
};

/** Whether the portal sent this body within the last five minutes. */
function isSigned(header, body) {
  const [, seconds = '0', hash = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  return (
    timingSafeEqual(expected, Buffer.from(hash.padEnd(64, '0'), 'hex')) &&
    Math.abs(Date.now() / 1000 - Number(seconds)) < 300
  );
}

async function answer(request, response) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  if (request.method !== 'POST' || !isSigned(request.headers['mado-signature'], body))
    return response.writeHead(401).end();
  const { identities } = JSON.parse(body);
  // Whoever has not proven an address may have made it up: their orders are another's business.
  const proven = identities.filter(({ isVerified }) => isVerified);
  const found = proven.flatMap(({ kind, value }) => orders[`${kind}:${value}`] ?? []);
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ orders: found }));
}

createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(400).end());
}).listen(Number(port), '127.0.0.1', function listening() {
  process.stdout.write(`Orders are answered on port ${this.address().port}.\n`);
});
