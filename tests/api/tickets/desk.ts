import type { ReceivedMessage } from '../../../api/tickets/receive.ts';
import type { Incoming } from '../../../api/tickets/incoming.ts';
import { receive } from '../../../api/tickets/receive.ts';
import type { Ticket } from '../../../api/tickets/contract.ts';
import type { BulkResult } from '../../../api/tickets/changes-contract.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { fromGrace, onceOf } from './incoming.ts';

/** A portal with what staff do to conversations, by reference. */
export async function makeDesk(changes: Parameters<typeof makeStaffedPortal>[0] = {}) {
  const portal = await makeStaffedPortal(changes);
  const { ask, read } = portal.staff;
  let keys = 0;
  const received = async (incoming: Partial<Incoming> = {}): Promise<ReceivedMessage> => {
    const came = await receive(portal.services, { ...fromGrace, ...incoming }, onceOf(`key-${(keys += 1)}`));
    if (came.isBlocked) throw new Error('the sender is blocked');
    return came;
  };
  const send = (path: string, body: unknown, method = 'POST') =>
    sendJson(ask, `/api/tickets/${path}`, body, { method });
  const versionOf = async (reference: string) => (await read(reference)).version;
  return {
    ...portal,
    received,
    send,
    read,
    versionOf,
    set: async (reference: string, change: object) =>
      send(`${reference}/properties`, { version: await versionOf(reference), ...change }, 'PUT'),
    move: async (reference: string, state: string) =>
      send(`${reference}/state`, { state, version: await versionOf(reference) }, 'PUT'),
    reply: async (reference: string, message: string, more: object = {}) =>
      (await (await send(`${reference}/messages`, { message, ...more })).json()) as Ticket,
    takeBack: (reference: string, id: string) => ask(`/api/tickets/${reference}/messages/${id}`, { method: 'DELETE' }),
    bulk: async (references: string[], change: object) => {
      const tickets = await Promise.all(
        references.map(async (reference) => ({ reference, version: await versionOf(reference) })),
      );
      return (await (await send('bulk', { tickets, ...change })).json()) as BulkResult;
    },
    undo: (id: string | null) => ask(`/api/tickets/changes/${id}/undo`, { method: 'POST' }),
    rows: async (sql: string) => (await portal.services.db.raw.execute(sql)).rows.map((row) => ({ ...row })),
  };
}

/** What of a ticket a change touches: all but the version and the history. */
export function standing(ticket: Ticket): Ticket {
  return { ...ticket, version: 0, events: [] };
}
