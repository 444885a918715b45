import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { By } from '../accounts/who.ts';
import { audited } from '../audit/audited.ts';
import { type Database, isUniqueViolation } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { blockRefusal, blockValue } from './block-value.ts';
import type { BlockedSender, BlockInput } from './contract.ts';
import { blockedSenders } from './tables.ts';

/**
 * Whether an identity is blocked at the moment of writing, by itself or by its whole domain: what follows its last @,
 * since the part before may hold others between quotation marks.
 */
export function isIdentityBlocked(kind: SQL, value: SQL): SQL {
  const { kind: blockedKind, value: blockedValue } = blockedSenders;
  const domain = sql`'@' || substr(${value}, length(rtrim(${value}, replace(${value}, '@', ''))) + 1)`;
  return sql`exists (select 1 from ${blockedSenders} where ${blockedKind} = ${kind} and ${blockedValue} in (${value}, ${domain}))`;
}

/** Everybody who is blocked, the latest first. */
export async function listBlocked({ db }: Services): Promise<BlockedSender[]> {
  return blocked(db).orderBy(desc(blockedSenders.createdAt), desc(blockedSenders.id)).limit(1000);
}

/**
 * Blocks an address, a number or a domain; one that is blocked already stays as it is. Throws `invalid-input` for what is
 * none, and for whom the portal would lock out itself.
 */
export async function blockSender(
  services: Services,
  { kind, value: written, reason }: BlockInput,
  { accountId, requestId, language }: By & { language: 'ja' | 'en' },
): Promise<BlockedSender> {
  const { db, clock, random } = services;
  const value = blockValue(kind, written);
  const refusal = value === null ? 'unreadable' : await blockRefusal(services, kind, value);
  if (value === null || refusal) {
    throw new Problem('invalid-input', {
      errors: [{ pointer: '#/value', detail: refusals[refusal ?? 'unreadable'][language] }],
    });
  }
  const now = clock();
  const id = newId(now, random);
  const isSame = and(eq(blockedSenders.kind, kind), eq(blockedSenders.value, value));
  const isNew = sql`not exists (select 1 from ${blockedSenders} where ${isSame})`;
  await db
    .write([
      audited(
        services,
        {
          accountId,
          action: 'senders:block',
          target: { kind: 'blocked-sender', id },
          // An address stands only where it is erased with its customer.
          detail: { kind, ...(value.startsWith('@') ? { domain: value.slice(1) } : {}) },
          requestId,
        },
        isNew,
      ),
      insertWhere(blockedSenders, { id, kind, value, reason, accountId, createdAt: now }, isNew),
    ])
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
    });
  const [found] = await blocked(db).where(isSame);
  if (!found) throw new Problem('state-changed');
  return found;
}

/** Lets somebody's messages in again. Throws `not-found`. */
export async function unblockSender(services: Services, id: string, { accountId, requestId }: By): Promise<void> {
  const { db } = services;
  const isThere = sql`exists (select 1 from ${blockedSenders} where ${blockedSenders.id} = ${id})`;
  const [, gone] = await db.write([
    audited(
      services,
      { accountId, action: 'senders:unblock', target: { kind: 'blocked-sender', id }, requestId },
      isThere,
    ),
    db.read.delete(blockedSenders).where(eq(blockedSenders.id, id)),
  ]);
  if (!gone?.changes) throw new Problem('not-found');
}

function blocked(db: Database) {
  const { id, kind, value, reason, createdAt } = blockedSenders;
  return db.read
    .select({ id, kind, value, reason, by: accounts.name, createdAt })
    .from(blockedSenders)
    .leftJoin(accounts, eq(accounts.id, blockedSenders.accountId))
    .$dynamic();
}

const refusals = {
  unreadable: {
    ja: 'メールアドレス、電話番号、またはドメイン（例：@example.com）の形でご入力ください。',
    en: 'Please give an e-mail address, a telephone number or a domain such as @example.com.',
  },
  staff: {
    ja: 'スタッフのアドレス、またはスタッフが使っているドメインはブロックできません。',
    en: 'This is an address of your own staff, or the domain they use. It cannot be blocked.',
  },
  portal: {
    ja: 'このヘルプセンター自身のドメインはブロックできません。',
    en: 'This is the help centre’s own domain. It cannot be blocked.',
  },
} as const;
