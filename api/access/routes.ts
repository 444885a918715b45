import type { RouterRoute } from 'hono/types';
import { type RouteTag, tagOf } from '../http/route-tags.ts';
import { type Capability, capabilityRoutes, openRoutes } from './open-routes.ts';
import type { Action } from './rules.ts';

/** What lets somebody through at a route. */
export type Access =
  { kind: 'role'; action: Action } | { kind: 'capability'; capability: Capability } | { kind: 'open'; reason: string };

/** A route of the running app, with what its handlers say about it. */
export interface Route extends Omit<RouteTag, 'action'> {
  /** `PUT /api/tickets/:reference/state` */
  name: string;
  method: string;
  path: string;
  access: Access;
}

interface App {
  routes: readonly RouterRoute[];
}

/** Every route of an app. Throws with all that `accessFaults` finds: one whose access is unsaid has none to name. */
export function routesOf(app: App): Route[] {
  const faults = accessFaults(app);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return [...handlersByRoute(app)].map(([name, handlers]) => {
    const [method = '', path = ''] = name.split(' ');
    const { action, ...said }: RouteTag = Object.assign({}, ...[...before(app, path), ...handlers].map(tagOf));
    return { name, method, path, access: accessOf(name, action), ...said };
  });
}

/** What is wrong with who may use which route, as sentences that say what to do; nothing when all is said, and once. */
export function accessFaults(
  app: App,
  { open = openRoutes, capabilities = capabilityRoutes }: { open?: object; capabilities?: object } = {},
): string[] {
  const routes = handlersByRoute(app);
  const whole = app.routes.filter(answersAnyMethod).map(({ path }) => path);
  const everyMethod = [...new Set(whole)].map(
    (path) => `${path} answers every method: give each method a route of its own, so that each says who may use it.`,
  );
  const gone = [...Object.keys(open), ...Object.keys(capabilities)]
    .filter((name) => !routes.has(name))
    .map((name) => `${name} is no route any more: take it out of api/access/open-routes.ts.`);
  const wrong = [...routes].flatMap(([name, handlers]) => {
    const allowed = handlers.map((handler) => tagOf(handler).action);
    const count =
      allowed.filter(Boolean).length + Number(Object.hasOwn(open, name)) + Number(Object.hasOwn(capabilities, name));
    if (count === 0) {
      return `Nobody has said who may use ${name}: begin its handlers with allow('…') and an action of api/access/rules.ts, or list it in api/access/open-routes.ts, with the reason why everybody may or with the capability that opens it.`;
    }
    if (count > 1)
      return `${name} says more than once who may use it: leave one of allow('…') and the two lists of api/access/open-routes.ts.`;
    if (allowed.some(Boolean) && !allowed[0])
      return `${name} looks at the request before it asks who it is from: let allow('…') be its first handler.`;
    return [];
  });
  return [...everyMethod, ...gone, ...wrong];
}

/** Middleware for many routes takes `next`, too; each of those still has to say by itself who may use it. */
function answersAnyMethod({ method, handler }: RouterRoute): boolean {
  return method === 'ALL' && handler.length < 2;
}

/** What runs before every route below a path that it names. */
function before({ routes }: App, path: string): object[] {
  return routes
    .filter((whole) => whole.method === 'ALL' && whole.path.endsWith('/*') && path.startsWith(whole.path.slice(0, -1)))
    .map(({ handler }) => handler);
}

function handlersByRoute({ routes }: App): Map<string, object[]> {
  const named = routes.filter(({ method }) => method !== 'ALL');
  const byName = Map.groupBy(named, ({ method, path }) => `${method} ${path}`);
  return new Map([...byName].map(([name, found]) => [name, found.map(({ handler }) => handler)]));
}

function accessOf(name: string, action: Action | undefined): Access {
  if (action) return { kind: 'role', action };
  const capability = capabilityRoutes[name];
  return capability ? { kind: 'capability', capability } : { kind: 'open', reason: openRoutes[name] ?? '' };
}
