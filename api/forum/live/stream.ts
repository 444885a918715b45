import type { Context } from 'hono';
import { createOpenStreams, eventStream } from '../../http/event-stream.ts';
import type { Env } from '../../http/env.ts';
import { networkOf, remoteAddress } from '../../http/remote-address.ts';
import { Problem } from '../../problem.ts';
import { maySee, threadAt } from '../find-thread.ts';
import type { ThreadWatch } from './thread-watch.ts';

/** Windows of one network, which may be a whole office; and all that one process holds open. */
const mostOfOne = 30;
const mostOfAll = 2000;
const openAt = new WeakMap<ThreadWatch, ReturnType<typeof createOpenStreams>>();

/**
 * How a thread stands, as server-sent events: `thread` at the beginning and whenever something in it is new, `gone` once
 * its listener may not read it any more. Whoever may read a thread may listen to it: its author does while it waits. Throws `not-found`, `too-many-tries`.
 */
export async function threadStream(c: Context<Env>, number: number): Promise<Response> {
  const services = c.get('services');
  const viewer = await services.sessions.current(c);
  const thread = await threadAt(services, number, viewer);
  const streams = openAt.get(services.threadWatch) ?? createOpenStreams();
  openAt.set(services.threadWatch, streams);
  const network = networkOf(remoteAddress(c));
  if (streams.of(network) >= mostOfOne || streams.all() >= mostOfAll) {
    throw new Problem('too-many-tries', { retryAfterSeconds: 60 });
  }
  return eventStream(c, {
    start: async (send, end) => {
      const close = streams.open(network);
      const { version, replies, lastPostAt } = thread;
      send({ event: 'thread', id: String(version), data: { version, replies, lastPostAt } });
      const stop = services.threadWatch.watch(thread, (change) => {
        if (change && maySee({ ...thread, visibility: change.visibility }, viewer)) {
          const { visibility: _, ...data } = change;
          return send({ event: 'thread', id: String(change.version), data });
        }
        send({ event: 'gone', id: '0', data: {} });
        end();
      });
      return () => {
        stop();
        close();
      };
    },
  });
}
