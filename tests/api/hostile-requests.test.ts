import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLimits } from '../../api/limits/limits.ts';
import { createSignInLimits } from '../../api/limits/sign-in.ts';
import { credentials, makeEverybody } from '../support/fuzz/everybody.ts';
import { requestsTo, routesOf } from '../support/fuzz/requests.ts';
import { makePortal } from '../support/services.ts';
import { sendJson } from './support/ask.ts';
import { openTicket } from './support/portal.ts';
import { lateParcel } from './support/samples.ts';
import { smallPages } from './support/shells.ts';
import { lateParcels } from './notices/noticing.ts';

/** The same requests in every run; `npm run bench:fuzz` makes others, and many more. */
const seed = 20_261_116;
const count = 500;

async function makeFullPortal() {
  const portal = await makePortal({ pages: smallPages });
  const { services, app } = portal;
  Object.assign(services, { signInLimits: createSignInLimits(createLimits({ ...services, factor: 1e6 })) });
  await makeEverybody(services.db, services.clock());
  const cookies = new Map<string, string>();
  for (const [role, known] of Object.entries(credentials)) {
    const answer = await sendJson(app.request, '/api/session', known);
    cookies.set(role, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }
  const { reference, requestUrl } = await openTicket(portal, lateParcel);
  const headers = { Cookie: cookies.get('owner') ?? '' };
  const published = await sendJson(app.request, '/api/notices', lateParcels, { headers });
  const { id } = (await published.json()) as { id: string };
  return { ...portal, cookies, ids: [reference, requestUrl.split('/')[3] ?? '', id] };
}

it('whatever is sent, by whomever: no answer of 500, and every answer is guarded', { timeout: 120_000 }, async () => {
  const { app, cookies, ids } = await makeFullPortal();
  const requests = requestsTo(app, { ids, roles: [...cookies.keys()] });
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ as, method, path, headers, body }) => {
      const cookie = cookies.get(as);
      // Nobody leaves: whoever has gone would not come as far any more.
      if (method === 'DELETE' && path.startsWith('/api/session')) return;
      const sent = new Request(`http://localhost:4321${path}`, {
        method,
        headers: { ...headers, ...(cookie ? { Cookie: cookie } : {}) },
        body,
      });
      const answer = await app.request(sent);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      // What goes on and on is not waited for.
      const isStream = answer.headers.get('Content-Type')?.startsWith('text/event-stream');
      expect(answer.status, isStream ? path : await answer.clone().text()).toBeLessThan(500);
      await answer.body?.cancel();
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }),
    { numRuns: count, seed, endOnFailure: false },
  );
  // They come as far as they should: some are taken, some refused at the door, some for what is in them.
  for (const status of [200, 401, 404, 422]) expect([...statuses.keys()]).toContain(status);
});

/** What they do is said by their address alone, or what they take is no JSON. */
const withoutBody = new Set([
  'POST /api/mail-in',
  'POST /api/tickets/changes/:id/undo',
  'POST /api/canned-answers/:id/uses',
  'POST /api/invitations/:id/mail',
  'POST /api/customers/:id/erasure',
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/erasure',
  'POST /:language{ja|en}/notices/mail/confirm/:token/',
  'POST /:language{ja|en}/notices/mail/stop/:link/',
  'PUT /api/moderation/reviewables/:id/claim',
  'POST /api/moderation/threads/:number{[0-9]{1,9}}/article-draft',
  'POST /:language{ja|en}/members/sign-out',
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/article-draft',
  'POST /:language{ja|en}/forum/mail/stop/:scope{one|all}/:link/',
  'POST /:language{ja|en}/forum/posts/:id/remove',
  // A file, and nothing besides.
  'POST /api/forum/pictures',
]);

it('knows what each route that takes a body takes', async () => {
  const { app } = await makePortal();
  const withBody = routesOf(app).filter(
    ({ method, path }) => (method === 'POST' || method === 'PUT') && !withoutBody.has(`${method} ${path}`),
  );
  expect(withBody.length).toBeGreaterThan(8);
  const unknown = withBody.filter(({ bodies }) => {
    const [value] = fc.sample(bodies, { numRuns: 1, seed });
    return Object.keys(value as object).length === 0;
  });
  expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});
