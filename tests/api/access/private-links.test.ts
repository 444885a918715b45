import { describe, expect, it } from 'vitest';
import { routesOf } from '../../../api/access/routes.ts';
import { allOperations } from '../../../api/openapi/all-operations.ts';
import type { ProblemBody } from '../../../api/problem.ts';
import type { Ticket } from '../../../api/tickets/contract.ts';
import { filledPath, idsOf, malformedIds } from './known-ids.ts';
import { alike, ask, everybody, say, variants } from './visitors.ts';
import { makeWorld, type World } from './world.ts';

const operations = new Map(Object.values(allOperations).flatMap((described) => Object.entries(described)));

/** The routes that a private link opens, each with the body of its example. */
function openedByLink({ app }: World) {
  return routesOf(app)
    .filter(({ access }) => access.kind === 'capability' && access.capability === 'private-link')
    .map(({ name, method, path }) => ({ method, path, body: operations.get(name)?.example.body }));
}

describe('the private link of one request', () => {
  it('never reads or writes another, whoever holds it and whatever they name beside it', async () => {
    const world = await makeWorld();
    const [{ reference }] = [world.tickets[1]];
    const his = async () => (await world.staff.read(reference)) satisfies Ticket;
    const before = await his();
    let requests = 0;
    for (const { cookie } of await everybody(world)) {
      for (const { method, path, body } of openedByLink(world)) {
        const others = idsOf(path, world)?.others ?? [{}];
        const addresses = others.map((named) => filledPath(path, world.tokens[0], named));
        for (const request of addresses.flatMap((address) => variants(world, address, body))) {
          const { status, text } = await ask(world, method, request, cookie);
          requests += 1;
          expect(status).toBeLessThan(500);
          for (const secret of [before.email, before.subject, before.messages[0]?.body ?? '', before.name ?? '']) {
            expect(text).not.toContain(secret);
          }
        }
      }
    }
    expect(await his()).toEqual(before);
    say(`The walk, private links: ${requests} requests with another’s ids, 0 leaks.`);
  });

  it('answers alike whether nobody ever had it, it has expired, or it is no link at all', async () => {
    const world = await makeWorld();
    world.time.now += 91 * 86_400_000;
    const shapes = new Set<string>();
    const unknown = new Set<string>();
    for (const { method, path, body } of openedByLink(world)) {
      for (const token of [...world.tokens, 'A'.repeat(32), ...malformedIds]) {
        const { status, text } = await ask(world, method, {
          path: filledPath(path, token, idsOf(path, world)?.others?.[0]),
          body,
        });
        // An address that only leads to another one says nothing, wherever it leads.
        if (status === 308 || status === 303) continue;
        const isExpired = world.tokens.includes(token);
        expect(status, token).toBe(isExpired ? 410 : 404);
        shapes.add(Object.keys(JSON.parse(text) as ProblemBody).join());
        if (!isExpired) unknown.add(JSON.stringify(alike(text)));
      }
    }
    expect([...shapes]).toEqual(['type,title,status,requestId']);
    expect(unknown.size).toBe(1);
  });
});
