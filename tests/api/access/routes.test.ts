import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { allow } from '../../../api/access/allow.ts';
import { accessFaults, routesOf } from '../../../api/access/routes.ts';
import { makePortal } from '../../support/services.ts';
import { say } from './visitors.ts';

const nothing = { open: {}, capabilities: {} };
const answer = () => new Response('');

describe('every route', () => {
  it('says who may use it: a role that is allowed, a capability that opens it, or everybody, for a reason', async () => {
    const { app } = await makePortal();
    expect(accessFaults(app)).toEqual([]);
    const routes = routesOf(app);
    const counts = Map.groupBy(routes, ({ access }) => access.kind);
    const [byRole, byCapability, open] = ['role', 'capability', 'open'].map(
      (kind) => counts.get(kind as 'role')?.length,
    );
    say(`${routes.length} routes: ${byRole} by role, ${byCapability} by capability, ${open} open to everybody.`);
    for (const { access } of routes) if (access.kind === 'open') expect(access.reason).toMatch(/^[A-Z].{15,}\.$/);
  });
});

describe('a route whose access is unsaid, doubtful or gone', () => {
  it('is named, with what to do', () => {
    const app = new Hono().get('/api/secrets', answer);
    expect(accessFaults(app, nothing)).toEqual([
      "Nobody has said who may use GET /api/secrets: begin its handlers with allow('…') and an action of api/access/rules.ts, or list it in api/access/open-routes.ts, with the reason why everybody may or with the capability that opens it.",
    ]);
  });

  it('is found in an app within an app, and with handlers beside it that are not asked', () => {
    const inner = new Hono().get('/b', answer).get('/c', allow('tickets:read'), answer);
    const app = new Hono().use('/*', async (_, next) => next()).route('/a', inner);
    expect(accessFaults(app, nothing)).toMatchObject([expect.stringContaining('GET /a/b:')]);
  });

  it('is found when its app hides what its handlers say behind an error handler of its own', () => {
    const inner = new Hono().get('/c', allow('tickets:read'), answer).onError(answer);
    expect(accessFaults(new Hono().route('/a', inner), nothing)).toHaveLength(1);
  });

  it('is refused when it is said twice', () => {
    const app = new Hono().get('/a', allow('tickets:read'), answer).get('/b', answer);
    const faults = accessFaults(app, {
      open: { 'GET /a': 'Why.', 'GET /b': 'Why.' },
      capabilities: { 'GET /b': 'vote-id' },
    });
    expect(faults).toMatchObject([
      expect.stringMatching(/^GET \/a says more than once/),
      expect.stringMatching(/^GET \/b says/),
    ]);
  });

  it('is refused when it is looked at before anybody is asked', () => {
    const app = new Hono().get('/a', async (_, next) => next(), allow('tickets:read'), answer);
    expect(accessFaults(app, nothing)).toMatchObject([expect.stringContaining('looks at the request before')]);
  });

  it('is refused when it answers every method, however many are asked before it', () => {
    const app = new Hono().all('/a', allow('tickets:read'), answer);
    expect(accessFaults(app, nothing)).toEqual([expect.stringMatching(/^\/a answers every method/)]);
  });

  it('is not hidden by a question that is asked of everything below a path', () => {
    const app = new Hono().use('/b/*', allow('tickets:read')).get('/b/c', answer);
    expect(accessFaults(app, nothing)).toEqual([expect.stringContaining('GET /b/c:')]);
  });

  it('is refused when it is listed and there no longer', () => {
    const faults = accessFaults(new Hono(), {
      open: { 'GET /gone': 'Why.' },
      capabilities: { 'GET /left': 'vote-id' },
    });
    expect(faults).toMatchObject([
      expect.stringMatching(/^GET \/gone is no route any more/),
      expect.stringMatching(/^GET \/left/),
    ]);
  });
});
