import { eq, sql } from 'drizzle-orm';
import { afterOpeningTime, type Calendar } from '../../content/calendar.ts';
import type { HumanSign } from '../challenge/human.ts';
import { isUniqueViolation } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKey, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { OpenedTicket, OpenTicketInput } from './contract.ts';
import { acknowledgement } from './acknowledgement.ts';
import { insertLink, requestUrlOf } from './private-links.ts';
import { makeReference } from './reference.ts';
import { conversationEvents, conversations, customers, identities, messages } from './tables.ts';

const mostAttempts = 12;

/**
 * Opens a conversation through the web form. The customer is whoever has the address; a first-time address makes a new
 * one, unverified. Asked again with the same key, gives back the ticket of the first time.
 * Throws `key-reused` when the key came with other content before.
 */
export async function openTicket(
  services: Services,
  input: OpenTicketInput,
  once: Once,
  sign: HumanSign = 'none',
): Promise<OpenedTicket> {
  const earlier = await earlierResult(services.db, once);
  if (earlier) return openedTicket(services, earlier);

  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const id = newId(services.clock(), services.random);
    try {
      const isOurs = await writeTicket(
        services,
        { id, reference: makeReference(services.random, attempt), sign },
        input,
        once,
      );
      if (isOurs) services.outbox.wake();
      return await openedTicket(services, isOurs ? id : await idOfRace(services, once));
    } catch (error) {
      // Somebody else's ticket has that reference: another try with another one.
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new Problem('internal', { detail: 'No free reference was found.' });
}

/** `false` when the same request got there first, in which case nothing was written. */
async function writeTicket(
  services: Services,
  { id, reference, sign }: { id: string; reference: string; sign: HumanSign },
  input: OpenTicketInput,
  once: Once,
): Promise<boolean> {
  const { db, clock, random, secret, promise } = services;
  const now = clock();
  const make = () => newId(now, random);
  const email = input.email.toLowerCase();
  const ours = claimedFor(once, id);
  const { kind, value, customerId } = identities;
  const known = sql`exists (select 1 from ${identities} where ${kind} = 'email' and ${value} = ${email})`;
  const newCustomer = make();
  const linkId = make();
  const due = promisedBy(promise(), now);

  const [claimed] = await db.write([
    claimKey(db, once, id, now),
    insertWhere(
      customers,
      { id: newCustomer, name: input.name ?? null, language: input.language, createdAt: now },
      sql`${ours} and not ${known}`,
    ),
    insertWhere(
      identities,
      { id: make(), customerId: newCustomer, kind: 'email', value: email, verifiedAt: null, createdAt: now },
      sql`${ours} and not ${known}`,
    ),
    insertWhere(
      conversations,
      {
        id,
        reference,
        customerId: sql`(select ${customerId} from ${identities} where ${kind} = 'email' and ${value} = ${email})`,
        subject: input.subject,
        language: input.language,
        state: 'new',
        version: 1,
        createdAt: now,
        lastMessageAt: now,
        promisedBy: due,
        waitingSince: now,
        firstReplyAt: null,
      },
      ours,
    ),
    insertWhere(
      messages,
      {
        id: make(),
        conversationId: id,
        channel: 'web',
        direction: 'in',
        authorAccountId: null,
        authorName: input.name ?? null,
        body: input.message,
        trail: input.trail,
        createdAt: now,
      },
      ours,
    ),
    insertWhere(
      conversationEvents,
      {
        id: make(),
        conversationId: id,
        accountId: null,
        kind: 'opened',
        detail: { channel: 'web', sign },
        createdAt: now,
      },
      ours,
    ),
    insertLink(linkId, id, secret, now, ours),
    acknowledgement(services, { id, reference, linkId, promisedBy: due }, input, ours),
  ]);
  return claimed?.changes === 1;
}

function promisedBy({ calendar, workingHours }: { calendar: Calendar; workingHours: number }, now: number) {
  return afterOpeningTime(calendar, now, workingHours * 3_600_000);
}

async function idOfRace(services: Services, once: Once): Promise<string> {
  const id = await earlierResult(services.db, once);
  if (!id) throw new Problem('internal');
  return id;
}

async function openedTicket({ db, secret }: Services, id: string): Promise<OpenedTicket> {
  const [conversation] = await db.read.select().from(conversations).where(eq(conversations.id, id));
  if (!conversation) throw new Problem('internal');
  return {
    reference: conversation.reference,
    requestUrl: await requestUrlOf(db, secret, conversation),
    promisedBy: conversation.promisedBy,
  };
}
