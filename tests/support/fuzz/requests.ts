import * as fc from 'fast-check';
import type { Hono } from 'hono';
import { contractOf } from '../../../api/http/input.ts';
import type { Env } from '../../../api/http/env.ts';
import { valuesFor } from './from-contract.ts';
import { hostileText, hostileValue, mutated } from './hostile.ts';

/** A request as it goes over the wire. `as` names whose session goes along. */
export interface FuzzRequest {
  as: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

interface Route {
  method: string;
  path: string;
  bodies: fc.Arbitrary<unknown>;
}

/** What exists in the portal that is asked: references, tokens and ids, to be put into addresses. */
export interface Known {
  ids: readonly string[];
  roles: readonly string[];
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

/** Requests to every route of an app: some good, most of them not quite. */
export function requestsTo(app: Hono<Env>, { ids, roles }: Known): fc.Arbitrary<FuzzRequest> {
  const routes = routesOf(app);
  const elsewhere = hostileText.map((text) => ({ method: 'GET', path: `/${text}`, bodies: hostileValue }));
  return fc
    .oneof({ weight: 15, arbitrary: fc.constantFrom(...routes) }, { weight: 1, arbitrary: elsewhere })
    .chain((route) =>
      fc
        .record({
          as: fc.constantFrom(...roles, 'nobody'),
          method: fc.oneof(
            { weight: 12, arbitrary: fc.constant(route.method) },
            { weight: 1, arbitrary: fc.constantFrom(...methods) },
          ),
          path: addressesOf(route.path, ids),
          headers: fewHeaders,
          sent: bodiesOf(route.bodies),
        })
        .map(({ sent, headers, ...request }) => {
          const isWithBody = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
          return {
            ...request,
            headers: { ...(isWithBody ? { 'Content-Type': sent.type } : {}), ...headers },
            body: isWithBody ? sent.text : null,
          };
        }),
    );
}

/** Each route once, with bodies its contract takes. */
export function routesOf(app: Hono<Env>): Route[] {
  const routes = new Map<string, Route>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const name = `${method} ${path}`;
    const contract = contractOf(handler);
    const before = routes.get(name);
    if (contract) routes.set(name, { method, path, bodies: valuesFor(contract) });
    else if (!before) routes.set(name, { method, path, bodies: fc.constant({}) });
  }
  return [...routes.values()];
}

function addressesOf(path: string, ids: readonly string[]): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith(':')) return fc.constant(part);
    const named = /\{(.+)\}$/.exec(part)?.[1]?.split('|') ?? [];
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...(named.length > 0 ? named : ids)) },
      { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(text.toWellFormed())) },
      { weight: 1, arbitrary: hostileText.map(asPath) },
    );
  });
  const queries = fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom('view', 'after', 'q', 'x', 'language'), hostileText), { maxLength: 4 })
        .map(
          (pairs) => `?${pairs.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`).join('&')}`,
        ),
    },
  );
  return fc.tuple(fc.tuple(...parts), queries).map(([all, query]) => `${all.join('/')}${query}`);
}

/** What a request line can hold at all. */
function asPath(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]/g, '').replaceAll(/[?#]/g, '');
}

const ascii = fc
  .string({
    unit: fc.constantFrom('a', 'Z', '0', '9', '-', '_', '=', ';', ',', '"', '/', '*', '.', '%', ' '),
    maxLength: 40,
  })
  .map((text) => text.trim());
const headersOf = fc.record(
  {
    Accept: fc.constantFrom('text/html', 'application/json', '*/*', ';q=', ''),
    'Accept-Language': fc.oneof(fc.constantFrom('ja', 'en-GB,ja;q=0.5', 'fr', ';;q=x,'), ascii),
    'Accept-Encoding': fc.constantFrom('br', 'gzip', 'identity', '*;q=0', 'br;q=0, gzip'),
    'Idempotency-Key': fc.oneof(fc.uuid(), fc.constantFrom('always-the-same', 'x'), ascii),
    'If-None-Match': fc.oneof(fc.constantFrom('*', '"x"', 'W/"'), ascii),
    'If-Range': ascii,
    Range: fc.oneof(fc.constantFrom('bytes=0-', 'bytes=-0', 'bytes=9-1', 'bytes=0-1,3-4'), ascii),
    'Mado-Proof': fc.oneof(
      ascii,
      fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
    ),
    'Content-Encoding': fc.constantFrom('identity', 'gzip', ''),
    Origin: fc.constantFrom('null', 'https://evil.example', 'http://localhost'),
    'Sec-Fetch-Site': fc.constantFrom('same-origin', 'cross-site', 'none'),
    'X-Forwarded-For': fc.oneof(fc.ipV4(), fc.ipV6(), ascii),
    Referer: ascii,
  },
  { requiredKeys: [] },
);
/** Mostly none of them: otherwise hardly anything would come as far as a handler. */
const fewHeaders = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headersOf });

function bodiesOf(bodies: fc.Arbitrary<unknown>): fc.Arbitrary<{ type: string; text: string }> {
  return fc.oneof(
    { weight: 4, arbitrary: bodies.map(asJson) },
    { weight: 4, arbitrary: bodies.chain(mutated).map(asJson) },
    {
      weight: 2,
      arbitrary: bodies.map((value) => ({ type: 'application/x-www-form-urlencoded', text: asForm(value) })),
    },
    { weight: 1, arbitrary: hostileText.map((text) => ({ type: 'application/json', text })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('text/plain', 'multipart/form-data; boundary=x', 'a/b', ''), hostileText)
        .map(([type, text]) => ({ type, text })),
    },
  );
}

const asJson = (value: unknown) => ({ type: 'application/json', text: JSON.stringify(value) ?? '' });

function asForm(value: unknown): string {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return fields
    .map(([name, field]) => {
      const text = typeof field === 'string' ? field : JSON.stringify(field);
      return `${encodeURIComponent(name)}=${encodeURIComponent((text ?? '').toWellFormed())}`;
    })
    .join('&');
}
