import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SignedInEnv } from '../../access/allow.ts';
import { may } from '../../access/rules.ts';
import { Problem } from '../../problem.ts';
import type { LiveEvent } from '../contract.ts';
import type { Heard, Live } from './live.ts';

/** Proxies and the portal itself end connections that are silent for longer. */
const heartbeatMs = 15_000;
/** Windows of one desk; browsers open no more than six connections to one place anyway. */
const mostOfOne = 8;
const openAt = new WeakMap<Live, Map<string, number>>();

/**
 * What changes, as server-sent events, from the place in `Last-Event-ID` on: each event’s `id` is such a place. `ready`
 * says where it begins; `reload`, that what happened meanwhile is not known any more. Ends when the process stops, or
 * whoever looks on is signed out. Throws `too-many-tries` for the ninth of one account.
 */
export function liveStream(c: Context<SignedInEnv>): Response {
  const services = c.get('services');
  const { id: accountId } = c.get('account');
  const openOf = openAt.get(services.live) ?? new Map<string, number>();
  openAt.set(services.live, openOf);
  if ((openOf.get(accountId) ?? 0) >= mostOfOne) throw new Problem('too-many-tries', { retryAfterSeconds: 60 });
  const after = /^\d{1,15}$/.exec(c.req.header('Last-Event-ID') ?? '')?.[0];
  c.header('X-Accel-Buffering', 'no');
  c.header('Content-Encoding', 'identity');

  return streamSSE(c, async (stream) => {
    openOf.set(accountId, (openOf.get(accountId) ?? 0) + 1);
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    let writing: Promise<unknown> = Promise.resolve();
    const write = (text: () => Promise<unknown>) => {
      writing = writing.then(text).catch(end);
    };
    const hear = ({ messages, reached, isMissing }: Heard) => {
      // Besides what changed, only the beginning is told.
      if (messages.length === 0) {
        write(() => stream.writeSSE({ event: isMissing ? 'reload' : 'ready', id: String(reached), data: '{}' }));
      }
      for (const { seq, event } of messages) {
        const data = JSON.stringify(seenBy(event, accountId));
        write(() => stream.writeSSE({ event: event.kind, id: String(seq), data }));
      }
    };
    const heartbeat = setInterval(() => {
      write(() => stream.write(': still here\n\n'));
      isStillIn(c).then((isIn) => !isIn && end(), end);
    }, heartbeatMs);
    stream.onAbort(end);
    services.stopping.addEventListener('abort', () => end(), { once: true });
    if (services.stopping.aborted) end();
    let stop: (() => void) | undefined;
    try {
      stop = await services.live.listen(after === undefined ? null : Number(after), hear);
      await ended;
      await writing;
    } finally {
      clearInterval(heartbeat);
      stop?.();
      const left = (openOf.get(accountId) ?? 1) - 1;
      if (left > 0) openOf.set(accountId, left);
      else openOf.delete(accountId);
    }
  });
}

/** Whoever looks on is nobody else’s news. */
function seenBy(event: LiveEvent, accountId: string): LiveEvent {
  if (event.kind === 'ticket') return event;
  return { ...event, present: event.present.filter((one) => one.accountId !== accountId) };
}

/** Looking on is no use of a session: one that nobody uses ends, however long a window stands open. */
async function isStillIn(c: Context<SignedInEnv>): Promise<boolean> {
  const account = await c.get('services').sessions.look(c);
  return account !== null && may(account.role, 'desk:use');
}
