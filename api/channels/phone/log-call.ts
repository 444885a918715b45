import { and, eq, isNull } from 'drizzle-orm';
import type { By } from '../../accounts/who.ts';
import { identityValue } from '../../customers/identity-value.ts';
import type { Once } from '../../db/idempotency.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { changeState } from '../../tickets/change-state.ts';
import { receive } from '../../tickets/receive.ts';
import { mayMove } from '../../tickets/states.ts';
import { conversations } from '../../tickets/tables.ts';
import { phone } from './channel.ts';
import type { CallInput } from './contract.ts';

/**
 * Keeps what was said in a call: in the conversation that the agent names, or a new one of whoever has the number or the
 * address. Gives the reference of where it stands. Asked again with the same key, does nothing more. Throws
 * `invalid-input` for a caller that is neither a number nor an address, `not-found` for a conversation that is not there,
 * `sender-blocked`, and `key-reused`.
 */
export async function logCall(services: Services, call: CallInput, by: By, once: Once): Promise<string> {
  const { db } = services;
  const sender = callerOf(call.caller);
  const [named] =
    call.reference === undefined
      ? []
      : await db.read
          .select({ id: conversations.id })
          .from(conversations)
          .where(and(eq(conversations.reference, call.reference), isNull(conversations.erasedAt)));
  if (call.reference !== undefined && !named) throw new Problem('not-found');
  const received = await receive(
    services,
    {
      channel: phone.id,
      // Nobody sees who is at the other end.
      sender: { ...sender, name: call.name ?? null, isProven: null },
      conversationId: named?.id ?? null,
      subject: call.subject,
      body: call.message,
      quoted: null,
      language: call.language,
      category: null,
      answers: [],
      trail: [],
      files: [],
      isAcknowledged: false,
      opened: { by: by.accountId },
    },
    once,
  );
  if (received.isBlocked) throw new Problem('sender-blocked');
  if (call.isSolved) await solve(services, received.conversationId, by);
  return received.reference;
}

function callerOf(caller: string): { kind: 'phone' | 'email'; value: string } {
  const number = identityValue('phone', caller);
  if (number !== null) return { kind: 'phone', value: number };
  const address = identityValue('email', caller);
  if (address !== null) return { kind: 'email', value: address };
  const detail = 'a telephone number such as 0120-000-417 or +44 20 7946 0000, or an e-mail address';
  throw new Problem('invalid-input', { errors: [{ pointer: '#/caller', detail }] });
}

/** Nothing is left to do. Whoever wrote in the same moment keeps it open. */
async function solve(services: Services, id: string, by: By): Promise<void> {
  const [seen] = await services.db.read
    .select({ state: conversations.state, version: conversations.version })
    .from(conversations)
    .where(eq(conversations.id, id));
  if (!seen || !mayMove(seen.state, 'solved', 'staff')) return;
  await changeState(services, id, { state: 'solved', version: seen.version }, by).catch((error: unknown) => {
    if (!(error instanceof Problem && error.slug === 'state-changed')) throw error;
  });
}
