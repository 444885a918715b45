import { and, eq, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import type { By } from '../accounts/who.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { StateInput, TicketState } from './contract.ts';
import { isCustomersTurn, mayMove } from './states.ts';
import { conversationEvents, conversations } from './tables.ts';

/**
 * Moves a conversation to another state.
 * Throws `state-refused` for a move the table does not know, `state-changed` when it is no longer at `version`.
 */
export async function changeState(
  services: Services,
  conversation: { id: string; reference: string; state: TicketState; version: number },
  { state, version }: StateInput,
  by: By,
): Promise<void> {
  const { db, clock, random } = services;
  if (conversation.version !== version) throw new Problem('state-changed');
  if (!mayMove(conversation.state, state, 'staff')) {
    throw new Problem('state-refused', { detail: `${conversation.state} → ${state}` });
  }

  const now = clock();
  const isSeen = and(eq(conversations.id, conversation.id), eq(conversations.version, version));
  const stillSeen = sql`exists (select 1 from ${conversations} where ${isSeen})`;
  const moved = { from: conversation.state, to: state };
  const [recorded] = await db.write([
    insertWhere(
      conversationEvents,
      {
        id: newId(now, random),
        conversationId: conversation.id,
        accountId: by.accountId,
        kind: 'state-changed',
        detail: moved,
        createdAt: now,
      },
      stillSeen,
    ),
    audited(
      services,
      { ...by, action: 'tickets:move', target: { kind: 'ticket', id: conversation.reference }, detail: moved },
      stillSeen,
    ),
    db.read
      .update(conversations)
      .set({ state, version: version + 1, ...(isCustomersTurn(state) ? { waitingSince: null } : {}) })
      .where(isSeen),
  ]);
  if (!recorded?.changes) throw new Problem('state-changed');
}
