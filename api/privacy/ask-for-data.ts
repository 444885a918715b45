import { and, count, eq, gt, type SQL, sql } from 'drizzle-orm';
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
/** Nobody has proven the address: more mails about the same than this nobody gets in a day. */
const mostADay = 10;
const dayMs = 86_400_000;

/**
 * Sends a link to an address, by which whoever reads it gets their data or has it erased. Known or unknown, the same is
 * written and a mail leaves: only the mail says which.
 */
export async function askForData(services: Services, address: string, what: DataWish, language: Language) {
  const { db, clock } = services;
  const subject = address.toLowerCase();
  const purpose = purposeOf[what];
  const sentWithin = (ms: number): SQL => {
    const isSame = and(eq(oneTimeTokens.purpose, purpose), eq(oneTimeTokens.subject, subject));
    const isLate = gt(oneTimeTokens.createdAt, clock() - ms);
    return sql`(${db.read.select({ count: count() }).from(oneTimeTokens).where(and(isSame, isLate))})`;
  };
  const token = issueToken(
    services,
    { purpose, subject, minutes: wishMinutes },
    sql`${sentWithin(pauseMs)} = 0 and ${sentWithin(dayMs)} < ${mostADay}`,
  );
  const isIssued = sql`exists (select 1 from ${oneTimeTokens} where ${eq(oneTimeTokens.id, token.id)})`;
  const payload = { tokenId: token.id };
  await db.write([token.statement, queueMail(services, { kind: purpose, to: subject, language, payload }, isIssued)]);
}
