import { eq, type SQL, sql } from 'drizzle-orm';
import { afterOpeningTime, type Calendar } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import { attachFiles } from '../attachments/attach.ts';
import type { ReceivedFile } from '../attachments/received.ts';
import type { HumanSign } from '../challenge/human.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKey, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere, prepared } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { acknowledgement, acknowledgementPayload } from './acknowledgement.ts';
import type { OpenedTicket, OpenTicketInput, TrailItem } from './contract.ts';
import { insertLink, type NewLink, newLink, requestUrl, requestUrlOf } from './private-links.ts';
import { makeReference } from './reference.ts';
import { customers, identities } from '../customers/tables.ts';
import { conversationEvents, conversations, messages } from './tables.ts';

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
  files: readonly ReceivedFile[] = [],
): Promise<OpenedTicket> {
  const { db, clock, random, secret, promise } = services;
  const now = clock();
  const make = () => newId(now, random);
  const linkId = make();
  const due = promisedBy(promise(), now);
  const ticket = {
    ...once,
    id: make(),
    now,
    customerId: make(),
    identityId: make(),
    messageId: make(),
    eventId: make(),
    // The first that nobody has.
    references: JSON.stringify(Array.from({ length: mostAttempts }, (_, attempt) => makeReference(random, attempt))),
    email: input.email.toLowerCase(),
    name: input.name ?? null,
    subject: input.subject,
    message: input.message,
    language: input.language,
    trail: input.trail,
    promisedBy: due,
    opened: { channel: 'web', sign },
    mailId: make(),
    mailPayload: acknowledgementPayload(input, { linkId, promisedBy: due }),
    ...newLink(linkId, secret, now),
  };
  const attached = attachFiles(files, ticket.messageId, now, isOpened(ticket.id));
  const [claimed, , , opened] = await db.write([...statementsFor(db, ticket), ...attached]);
  if (!claimed?.changes) return earlierTicket(services, once);
  services.outbox.wake();
  await services.previews.make(files.map((file) => file.id));
  const reference = opened?.returned?.[0]?.[0];
  if (typeof reference !== 'string') throw new Problem('internal');
  return {
    reference,
    requestUrl: requestUrl(secret, linkId, input.language),
    promisedBy: due,
    isAnsweredByMail: services.outbox.isSending,
  };
}

interface NewTicket extends Once, NewLink {
  id: string;
  now: number;
  customerId: string;
  identityId: string;
  messageId: string;
  eventId: string;
  references: string;
  email: string;
  name: string | null;
  subject: string;
  message: string;
  language: Language;
  trail: TrailItem[];
  promisedBy: number | null;
  opened: Record<string, string>;
  mailId: string;
  mailPayload: string;
}

const statementsFor = prepared((db: Database, ticket: NewTicket) => {
  const { id, now, email, customerId, language } = ticket;
  const ours = claimedFor(ticket, id);
  const { kind, value } = identities;
  const ofAddress = sql`from ${identities} where ${kind} = 'email' and ${value} = ${email}`;
  const isNew = sql`${ours} and not exists (select 1 ${ofAddress})`;
  const ofThisWrite = isOpened(id);
  const opening = insertWhere(
    conversations,
    {
      id,
      reference: sql`(select value from json_each(${ticket.references}) where not exists (select 1 from ${conversations} where ${conversations.reference} = value) limit 1)`,
      customerId: sql`(select ${identities.customerId} ${ofAddress})`,
      subject: ticket.subject,
      language,
      state: 'new',
      version: 1,
      createdAt: now,
      lastMessageAt: now,
      promisedBy: ticket.promisedBy,
      waitingSince: now,
      firstReplyAt: null,
    },
    ours,
  );
  return [
    claimKey(db, ticket, id, now),
    insertWhere(customers, { id: customerId, name: ticket.name, language, createdAt: now }, isNew),
    insertWhere(
      identities,
      { id: ticket.identityId, customerId, kind: 'email', value: email, verifiedAt: null, createdAt: now },
      isNew,
    ),
    sql`${opening} returning ${sql.identifier(conversations.reference.name)}`,
    insertWhere(
      messages,
      {
        id: ticket.messageId,
        conversationId: id,
        channel: 'web',
        direction: 'in',
        authorAccountId: null,
        authorName: ticket.name,
        body: ticket.message,
        trail: ticket.trail,
        createdAt: now,
      },
      ofThisWrite,
    ),
    insertWhere(
      conversationEvents,
      {
        id: ticket.eventId,
        conversationId: id,
        accountId: null,
        kind: 'opened',
        detail: ticket.opened,
        createdAt: now,
      },
      ofThisWrite,
    ),
    insertLink(ticket, id, ofThisWrite),
    acknowledgement(ticket, ofThisWrite),
  ];
});

/** The conversation is there: this very write made it. */
function isOpened(id: string): SQL {
  return sql`exists (select 1 from ${conversations} where ${conversations.id} = ${id})`;
}

function promisedBy({ calendar, workingHours }: { calendar: Calendar; workingHours: number }, now: number) {
  return afterOpeningTime(calendar, now, workingHours * 3_600_000);
}

/** The ticket that the key led to before. */
async function earlierTicket({ db, secret, outbox }: Services, once: Once): Promise<OpenedTicket> {
  const id = await earlierResult(db, once);
  if (!id) throw new Problem('internal');
  const [conversation] = await db.read.select().from(conversations).where(eq(conversations.id, id));
  if (!conversation) throw new Problem('internal');
  return {
    reference: conversation.reference,
    requestUrl: await requestUrlOf(db, secret, conversation),
    promisedBy: conversation.promisedBy,
    isAnsweredByMail: outbox.isSending,
  };
}
