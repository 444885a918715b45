import { and, eq, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { audited } from '../audit/audited.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { MailInDecision } from './contract.ts';
import { decisionsFor } from './decisions.ts';
import { handleMail } from './handle.ts';
import { written } from './outcome.ts';
import { mailOf } from './read.ts';
import { type ReceivedMailRow, receivedMails } from './tables.ts';

/**
 * Does with a mail what a person decided. Throws `not-found`, and `state-refused` where that cannot be: it was decided
 * before, or a mail without a sender would become a conversation with nobody.
 */
export async function decideOnMail(services: Services, id: string, decision: MailInDecision, by: By): Promise<void> {
  const { mail } = await mailOf(services, id);
  if (!decisionsFor(mail).includes(decision)) throw new Problem('state-refused');
  if (decision === 'make-conversation') return makeConversation(services, mail, by);
  const { db, clock } = services;
  const now = clock();
  const set =
    decision === 'dismiss'
      ? { outcome: 'dismissed' as const, handledAt: now }
      : { outcome: 'waiting' as const, reason: null, attempts: 0, dueAt: now, handledAt: null };
  const [recorded] = await db.write([
    decided(services, mail, decision, by),
    db.read.update(receivedMails).set(set).where(isStill(mail)),
  ]);
  if (!recorded?.changes) throw new Problem('state-refused');
  services.mailIn.wake();
}

async function makeConversation(services: Services, mail: ReceivedMailRow, by: By): Promise<void> {
  const handled = await handleMail(services, { ...mail, attempts: Infinity }, true);
  if (handled.outcome !== 'conversation' && handled.outcome !== 'message') {
    throw new Problem('state-refused', { detail: handled.reason ?? handled.outcome });
  }
  const [recorded] = await services.db.write([
    decided(services, mail, 'make-conversation', by),
    ...written(services, mail, handled),
  ]);
  if (!recorded?.changes) throw new Problem('state-refused');
}

function decided(services: Services, mail: ReceivedMailRow, decision: MailInDecision, by: By) {
  const target = { kind: 'received-mail', id: mail.id };
  const isThere = sql`exists (select 1 from ${receivedMails} where ${isStill(mail)})`;
  return audited(services, { ...by, action: 'mail-in:decide', target, detail: { decision } }, isThere);
}

function isStill({ id, outcome }: ReceivedMailRow) {
  return and(eq(receivedMails.id, id), eq(receivedMails.outcome, outcome));
}
