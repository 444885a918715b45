import { and, count, eq, gt, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Services } from '../services.ts';
import { issueToken, type TokenPurpose } from './one-time-tokens.ts';
import { oneTimeTokens } from './tables.ts';

const asks = {
  'sign-in-link': { purpose: 'sign-in-link', minutes: 15 },
  'password-reset': { purpose: 'password-reset', minutes: 30 },
  registration: { purpose: 'address-confirmation', minutes: 24 * 60 },
  'address-confirmation': { purpose: 'address-confirmation', minutes: 24 * 60 },
  'own-requests': { purpose: 'own-requests', minutes: 24 * 60 },
} as const satisfies Record<string, { purpose: TokenPurpose; minutes: number }>;

/** How many mails of a kind an address gets in a quarter of an hour, whoever asks for them. */
const mostMails = 3;
const quarterMs = 15 * 60_000;
/** The same for a day: some of them go to whoever has the address, who may never have heard of us. */
const mostMailsADay = 10;
const dayMs = 86_400_000;

export interface Ask {
  kind: keyof typeof asks;
  email: string;
  language: Language;
  /** Set when somebody who is signed in asks for another address. */
  accountId?: string;
}

/**
 * Sends a link to an address. Nothing is looked up here: an address without an account gets the same token and the same
 * row in the outbox, and only the mail's text finds out, later, that there is nothing to send. So neither the answer nor
 * its time tells who has an account (OWASP ASVS 5.0 6.3.8). An address that was sent enough lately gets no more, silently.
 */
export async function askByMail(services: Services, { kind, email, language, accountId }: Ask): Promise<void> {
  const { db, clock } = services;
  const { purpose, minutes } = asks[kind];
  const address = email.toLowerCase();
  const subject = accountId ?? address;
  const sentWithin = (ms: number) =>
    db.read
      .select({ count: count() })
      .from(oneTimeTokens)
      .where(
        and(
          eq(oneTimeTokens.purpose, purpose),
          eq(oneTimeTokens.subject, subject),
          gt(oneTimeTokens.createdAt, clock() - ms),
        ),
      );
  const token = issueToken(
    services,
    { purpose, subject, minutes, detail: { kind, email: address } },
    sql`(${sentWithin(quarterMs)}) < ${mostMails} and (${sentWithin(dayMs)}) < ${mostMailsADay}`,
  );
  const isIssued = sql`exists (select 1 from ${oneTimeTokens} where ${oneTimeTokens.id} = ${token.id})`;
  await db.write([
    token.statement,
    queueMail(services, { kind, to: address, language, payload: { tokenId: token.id } }, isIssued),
  ]);
}
