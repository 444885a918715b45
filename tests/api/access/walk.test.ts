import { describe, expect, it } from 'vitest';
import { routesOf } from '../../../api/access/routes.ts';
import { may, roles } from '../../../api/access/rules.ts';
import { allOperations } from '../../../api/openapi/all-operations.ts';
import { checksumOf } from '../support/stored.ts';
import { bodiesOf, filledPath, halfRightPaths, idsOf, malformedIds } from './known-ids.ts';
import { alike, ask, everybody, leaks, say, variants } from './visitors.ts';
import { makeWorld } from './world.ts';

/* Every route, asked by everybody, with every id there may be, wherever an id may stand. */

const operations = new Map(Object.values(allOperations).flatMap((described) => Object.entries(described)));

describe('the walk: every route, everybody, every id', () => {
  it('refuses whoever may not in the same words whatever they ask for, tells nothing and changes nothing', async () => {
    const world = await makeWorld();
    const visitors = await everybody(world);
    const routes = routesOf(world.app);
    const before = await checksumOf(world.services.db);
    const tried = { routes: 0, visitors: visitors.length, requests: 0, leaks: 0 };
    for (const { name, method, path, access } of routes) {
      if (access.kind !== 'role') continue;
      tried.routes += 1;
      const ids = idsOf(path, world);
      const places = ids ? [...ids.existing, ids.missing, ...(ids.malformed ?? malformedIds)] : [''];
      const addresses = places.map((place) => filledPath(path, place, ids?.others?.[0]));
      if (ids) addresses.push(...halfRightPaths(path, ids));
      for (const { who, role, cookie, opens } of visitors) {
        if ((role && may(role, access.action)) || opens?.includes(name)) continue;
        const expected = role ? 'not-allowed' : 'not-signed-in';
        for (const address of addresses) {
          for (const request of variants(world, address, operations.get(name)?.example.body)) {
            const { status, text } = await ask(world, method, request, cookie);
            tried.requests += 1;
            tried.leaks += leaks(world, text, request).length;
            const title = `${who} asked ${method} ${request.path}`;
            expect({ title, status, type: alike(text).type, keys: Object.keys(alike(text)) }).toEqual({
              title,
              status: role ? 403 : 401,
              type: `/problems/${expected}`,
              keys: ['type', 'title', 'status'],
            });
          }
        }
      }
    }
    expect(tried.leaks).toBe(0);
    expect(await checksumOf(world.services.db), 'everything that is stored').toBe(before);
    say(
      `The walk, refused: ${tried.routes} routes x ${tried.visitors} visitors, ${tried.requests} requests, ${tried.leaks} leaks.`,
    );
  });

  it('says of what is not there what it says of what never was, to those who may', async () => {
    const world = await makeWorld();
    const visitors = (await everybody(world)).filter(({ role }) => role !== null);
    // How often somebody came is counted where they are let in.
    const stored = () => checksumOf(world.services.db, { without: ['rate_limits'] });
    const before = await stored();
    let requests = 0;
    for (const { name, method, path, access } of routesOf(world.app)) {
      const ids = idsOf(path, world);
      if (!ids || access.kind === 'open') continue;
      const known = new Set<string>();
      const knownOfHalf = new Set<string>();
      for (const { role, cookie } of visitors) {
        if (access.kind === 'role' && (!role || !may(role, access.action))) continue;
        // What belongs to somebody else counts as missing where everybody has only their own.
        const foreign = path.startsWith('/api/account/') ? ids.existing : [];
        const wrong = [ids.missing, ...foreign, ...(ids.malformed ?? malformedIds)];
        const addresses = wrong.map((place) => filledPath(path, place, ids.others?.[0]));
        const halfRight = halfRightPaths(path, ids);
        for (const address of [...addresses, ...halfRight]) {
          const request = { path: address, body: operations.get(name)?.example.body };
          const { status, text } = await ask(world, method, request, cookie);
          requests += 1;
          // An address that only leads to another one says nothing, wherever it leads.
          if (status === 308 || status === 303) continue;
          // Whoever has a link from a mail is told the same of a used one as of none at all.
          const expected = /\/my-(?:data|requests)\//.test(path) ? 410 : 404;
          expect({ name, address, status }).toEqual({ name, address, status: expected });
          (halfRight.includes(address) ? knownOfHalf : known).add(
            text.startsWith('{') ? JSON.stringify(alike(text)) : text,
          );
        }
      }
      for (const { size } of [known, knownOfHalf]) {
        expect(size, `the same answer for each at ${name}`).toBeLessThanOrEqual(1);
      }
    }
    expect(await stored(), 'everything that is stored').toBe(before);
    say(`The walk, missing: ${requests} requests.`);
  });

  it('lets everybody in who may, and takes nothing for theirs that they add to it', async () => {
    let [routes, requests] = [0, 0];
    const names = routesOf((await makeWorld()).app).filter(({ access }) => access.kind === 'role');
    for (const { name, method, path, access } of names) {
      routes += 1;
      const world = await makeWorld();
      const example = operations.get(name)?.example;
      const query = example?.query ? `?${new URLSearchParams(example.query)}` : '';
      const ids = idsOf(path, world);
      const address = filledPath(path, ids?.existing[0] ?? '', ids?.others?.[0]) + query;
      const made = await bodiesOf[name]?.(world);
      const body = example?.body === undefined ? undefined : { ...(example.body as object), ...made };
      for (const role of roles.filter((role) => access.kind === 'role' && may(role, access.action))) {
        const cookie = await world.signedIn(role);
        const [plain, , added, wrong] = variants(world, address, body);
        for (const refused of body === undefined ? [] : [added, wrong]) {
          const before = await checksumOf(world.services.db);
          if (refused) expect((await ask(world, method, refused, cookie)).status, `${role} ${name}`).toBe(422);
          expect(await checksumOf(world.services.db)).toBe(before);
          requests += 1;
        }
        // Whoever comes second finds it changed already; they are let in all the same.
        const { status, text } = await ask(world, method, plain ?? { path: address }, cookie);
        expect(status, `${role} ${name}`).toBeLessThan(500);
        expect(text, `${role} ${name}`).not.toMatch(/problems\/(not-signed-in|not-allowed)/);
        // Where the example lacks a token or a code, being let in is all there is to see.
        // What was deleted is gone.
        const gone = method === 'DELETE' ? [404] : [];
        // What everybody sees and only its author changes.
        const another = text.includes('/problems/not-yours') ? [403] : [];
        if (!example?.isSentIn)
          expect([200, 201, 202, 204, 409, ...gone, ...another], `${role} ${name}`).toContain(status);
        requests += 1;
      }
    }
    say(`The walk, let in: ${routes} routes, ${requests} requests.`);
    // A world for each route: patience for a busy machine.
  }, 180_000);

  it('gives nobody anything of a customer at routes that are open to everybody', async () => {
    const world = await makeWorld();
    let requests = 0;
    for (const { name, method, path, access } of routesOf(world.app)) {
      if (access.kind !== 'open' || method !== 'GET') continue;
      const ids = idsOf(path, world);
      for (const { cookie } of await everybody(world)) {
        for (const place of ids ? [...ids.existing, ids.missing, ...malformedIds] : ['']) {
          for (const request of variants(world, filledPath(path, place, ids?.others?.[0]), undefined)) {
            const { status, text } = await ask(world, method, request, cookie);
            requests += 1;
            expect(status, name).toBeLessThan(500);
            const published = new Set([world.notices[0].id, ...Object.values(world.notices[0].title)]);
            expect(
              leaks(world, text, request).filter((secret) => !published.has(secret)),
              name,
            ).toEqual([]);
          }
        }
      }
    }
    say(`The walk, open: ${requests} requests, 0 leaks.`);
  });
});
