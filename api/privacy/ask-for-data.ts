import { and, eq, gt, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Services } from '../services.ts';
import { issueToken, type TokenPurpose } from '../tokens/one-time-tokens.ts';
import { oneTimeTokens } from '../tokens/tables.ts';
import { wishMinutes } from './confirmation-mail.ts';
import type { DataWish } from './contract.ts';

export const purposeOf = { copy: 'data-export', erasure: 'data-erasure' } as const satisfies Record<
  DataWish,
  TokenPurpose
>;

/** An address gets no second mail about the same within this time. */
const pauseMs = 10 * 60_000;

/**
 * Sends a link to an address, by which whoever reads it gets their data or has it erased. Known or unknown, the same is
 * written and a mail leaves: only the mail says which.
 */
export async function askForData(services: Services, address: string, what: DataWish, language: Language) {
  const { db, clock } = services;
  const subject = address.toLowerCase();
  const purpose = purposeOf[what];
  const lately = and(
    eq(oneTimeTokens.purpose, purpose),
    eq(oneTimeTokens.subject, subject),
    gt(oneTimeTokens.createdAt, clock() - pauseMs),
  );
  const token = issueToken(
    services,
    { purpose, subject, minutes: wishMinutes },
    sql`not exists (select 1 from ${oneTimeTokens} where ${lately})`,
  );
  const isIssued = sql`exists (select 1 from ${oneTimeTokens} where ${eq(oneTimeTokens.id, token.id)})`;
  const payload = { tokenId: token.id };
  await db.write([token.statement, queueMail(services, { kind: purpose, to: subject, language, payload }, isIssued)]);
}
