import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { By } from '../accounts/who.ts';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { customers } from '../customers/tables.ts';
import { conversations } from '../tickets/tables.ts';
import type { Hold, HoldInput } from './contract.ts';
import { legalHolds } from './tables.ts';

const longestMs = 3660 * 86_400_000;
const untilTexts: Record<Language, string> = {
  ja: '今日から10年以内の日をご指定ください。',
  en: 'Please choose a day from today on, within ten years.',
};

/** Whether something of a customer has to be kept: a guard for what erases all of them. */
export function isHeld(customerId: SQL | string, now: number): SQL {
  return sql`exists (select 1 from ${legalHolds} where ${legalHolds.customerId} = ${customerId} and ${isActive(now)})`;
}

/** Whether a conversation has to be kept, by itself or with all of its customer's. */
export function isConversationHeld(now: number): SQL {
  const ofThis = sql`(${legalHolds.conversationId} is null or ${legalHolds.conversationId} = ${conversations.id})`;
  return sql`exists (select 1 from ${legalHolds} where ${legalHolds.customerId} = ${conversations.customerId} and ${ofThis} and ${isActive(now)})`;
}

/** What of a customer has to be kept at the moment, the longest first. */
export async function activeHolds(db: Database, customerId: string, now: number): Promise<Hold[]> {
  const rows = await db.read
    .select({ hold: legalHolds, reference: conversations.reference })
    .from(legalHolds)
    .leftJoin(conversations, eq(conversations.id, legalHolds.conversationId))
    .where(and(eq(legalHolds.customerId, customerId), isActive(now)))
    .orderBy(sql`${legalHolds.untilAt} desc`);
  return rows.map(({ hold: { id, reason, untilAt, createdAt }, reference }) => ({
    id,
    reference,
    reason,
    until: untilAt,
    createdAt,
  }));
}

/**
 * Keeps a customer, or one of their conversations, from being erased. Throws `not-found`, or `invalid-input` for a time
 * that is past or too far off.
 */
export async function placeHold(
  services: Services,
  customerId: string,
  { reason, until, reference }: HoldInput,
  { accountId, requestId, language }: By & { language: Language },
): Promise<void> {
  const { db, clock, random } = services;
  const now = clock();
  if (until <= now || until > now + longestMs) {
    throw new Problem('invalid-input', { errors: [{ pointer: '#/until', detail: untilTexts[language] }] });
  }
  const id = newId(now, random);
  const theirs = and(
    eq(conversations.customerId, customerId),
    eq(conversations.reference, reference ?? ''),
    isNull(conversations.erasedAt),
  );
  const isThere =
    reference === undefined
      ? sql`exists (select 1 from ${customers} where ${customers.id} = ${customerId} and ${customers.erasedAt} is null and ${customers.mergedIntoId} is null)`
      : sql`exists (select 1 from ${conversations} where ${theirs})`;
  const conversationId =
    reference === undefined ? null : sql`(select ${conversations.id} from ${conversations} where ${theirs})`;
  const [placed] = await db.write([
    insertWhere(
      legalHolds,
      { id, customerId, conversationId, reason, untilAt: until, accountId, liftedAt: null, createdAt: now },
      isThere,
    ),
    audited(
      services,
      {
        accountId,
        action: 'customers:hold',
        target: { kind: 'customer', id: customerId },
        detail: { hold: id, until, ...(reference === undefined ? {} : { scope: 'conversation' }) },
        requestId,
      },
      sql`exists (select 1 from ${legalHolds} where ${legalHolds.id} = ${id})`,
    ),
  ]);
  if (!placed?.changes) throw new Problem('not-found');
}

/** Ends a hold before its day. Throws `not-found` for one that does not hold this customer. */
export async function liftHold(
  services: Services,
  customerId: string,
  id: string,
  { accountId, requestId }: By,
): Promise<void> {
  const { db, clock } = services;
  const now = clock();
  const theirs = and(eq(legalHolds.id, id), eq(legalHolds.customerId, customerId), isActive(now));
  const [, lifted] = await db.write([
    audited(
      services,
      {
        accountId,
        action: 'customers:lift-hold',
        target: { kind: 'customer', id: customerId },
        detail: { hold: id },
        requestId,
      },
      sql`exists (select 1 from ${legalHolds} where ${theirs})`,
    ),
    db.read.update(legalHolds).set({ liftedAt: now }).where(theirs),
  ]);
  if (!lifted?.changes) throw new Problem('not-found');
}

function isActive(now: number): SQL | undefined {
  return and(isNull(legalHolds.liftedAt), gt(legalHolds.untilAt, now));
}
