import type { Context } from 'hono';
import type { SignedInEnv } from '../../access/allow.ts';
import { may } from '../../access/rules.ts';
import { createOpenStreams, eventStream } from '../../http/event-stream.ts';
import { Problem } from '../../problem.ts';
import type { LiveEvent } from '../contract.ts';
import type { Heard, Live } from './live.ts';

/** Windows of one desk; browsers open no more than six connections to one place anyway. */
const mostOfOne = 8;
const openAt = new WeakMap<Live, ReturnType<typeof createOpenStreams>>();

/**
 * What changes, as server-sent events, from the place in `Last-Event-ID` on: each event’s `id` is such a place. `ready`
 * says where it begins; `reload`, that what happened meanwhile is not known any more. Ends when the process stops, or
 * whoever looks on is signed out. Throws `too-many-tries` for the ninth of one account.
 */
export function liveStream(c: Context<SignedInEnv>): Response {
  const { live } = c.get('services');
  const { id: accountId } = c.get('account');
  const streams = openAt.get(live) ?? createOpenStreams();
  openAt.set(live, streams);
  if (streams.of(accountId) >= mostOfOne) throw new Problem('too-many-tries', { retryAfterSeconds: 60 });
  const after = /^\d{1,15}$/.exec(c.req.header('Last-Event-ID') ?? '')?.[0];
  return eventStream(c, {
    isStillWanted: () => isStillIn(c),
    start: async (send) => {
      const close = streams.open(accountId);
      const hear = ({ messages, reached, isMissing }: Heard) => {
        // Besides what changed, only the beginning is told.
        if (messages.length === 0) send({ event: isMissing ? 'reload' : 'ready', id: String(reached), data: {} });
        for (const { seq, event } of messages) {
          send({ event: event.kind, id: String(seq), data: seenBy(event, accountId) });
        }
      };
      try {
        const stop = await live.listen(after === undefined ? null : Number(after), hear);
        return () => {
          stop();
          close();
        };
      } catch (error) {
        close();
        throw error;
      }
    },
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
