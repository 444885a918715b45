import { eq } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { type Change, change, conversationAt, untilUndisturbed } from './changing.ts';
import type { TicketState } from './contract.ts';
import type { StateInput } from './changes-contract.ts';
import { mayMove } from './states.ts';
import { conversations } from './tables.ts';
import { standingIn, unansweredSince } from './unanswered.ts';

type Row = typeof conversations.$inferSelect;

/**
 * Moves a conversation to another state, as staff. Throws `state-refused` for a move the table does not know,
 * `state-changed` when it is no longer at `version`, and `merged`.
 */
export async function changeState(
  services: Services,
  id: string,
  { state, version }: StateInput,
  by: By,
): Promise<void> {
  const seen = await conversationAt(services, eq(conversations.id, id));
  if (seen.version !== version) throw new Problem('state-changed');
  if (!mayMove(seen.state, state, 'staff')) throw refused(seen.state, state);
  const since = seen.waitingSince ?? (await unansweredSince(services, [id])).get(id) ?? null;
  const audit = { action: 'tickets:move', detail: { from: seen.state, to: state } };
  await change(services, seen, { ...moved(services, seen, state, since), audit }, by);
}

/** What a move makes of a conversation, and what the history says of it: one that is done is woken. */
export function moved(
  services: Services,
  seen: Pick<Row, 'state' | 'priority' | 'solvedAt' | 'snoozedUntil'>,
  to: TicketState,
  since: number | null,
): Pick<Change, 'set' | 'events'> {
  const set = standingIn(services, to, seen, since);
  const isWoken = seen.snoozedUntil !== null && set.snoozedUntil === null;
  return {
    set,
    events: [
      { kind: 'state-changed', detail: { from: seen.state, to } },
      ...(isWoken ? [{ kind: 'woken' as const }] : []),
    ],
  };
}

/** The customer says that nothing is left to do. Theirs already, it stays as it is. Throws `state-refused`. */
export function closeByCustomer(services: Services, id: string): Promise<void> {
  return moveByCustomer(services, id, 'solved');
}

/** The customer says that something is left to do. Throws `state-refused` for one that is closed for good. */
export function reopenByCustomer(services: Services, id: string): Promise<void> {
  return moveByCustomer(services, id, 'open');
}

async function moveByCustomer(services: Services, id: string, to: TicketState): Promise<void> {
  await untilUndisturbed(async () => {
    const seen = await conversationAt(services, eq(conversations.id, id));
    if (seen.state === to) return;
    if (!mayMove(seen.state, to, 'customer')) throw refused(seen.state, to);
    await change(services, seen, moved(services, seen, to, seen.waitingSince ?? services.clock()), null);
  });
}

export function refused(from: TicketState, to: TicketState): Problem {
  return new Problem('state-refused', { detail: `${from} → ${to}` });
}
