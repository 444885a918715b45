import { type SQL, sql } from 'drizzle-orm';
import { attachFiles } from '../attachments/attach.ts';
import { customers, identities } from '../customers/tables.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKeyWhere, type Once } from '../db/idempotency.ts';
import { insertWhere, prepared, type Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { acknowledgement, acknowledgementPayload } from './acknowledgement.ts';
import { isSenderBlocked, type Sender } from './blocked.ts';
import { dueBy, promisedBy } from './due.ts';
import type { Incoming } from './incoming.ts';
import { insertLink, type NewLink, newLink } from './private-links.ts';
import { makeReference } from './reference.ts';
import { conversationEvents, conversations, messages } from './tables.ts';

const mostAttempts = 12;

/** What opens a conversation, through whatever channel. */
export interface NewConversation extends Omit<Incoming, 'sender' | 'conversationId'> {
  sender: NonNullable<Incoming['sender']>;
  /** The closed conversation that it goes on from, whose customer it is. */
  continues?: { id: string; reference: string } | null;
  /** What belongs to the same write: what has to hold for it, and statements under the guard that it was opened. */
  within?: {
    condition: SQL;
    statements: (conversation: { id: string; linkId: string }, isOpened: SQL) => Statement[];
  };
}

export interface OpenedConversation {
  id: string;
  reference: string;
  messageId: string;
  linkId: string;
  promisedBy: number | null;
}

/**
 * Opens a conversation. The customer is whoever has the identity; a first-time one makes a new customer, unverified unless
 * the sender has proven it. Gives `null`, and writes nothing, when the key was used before, the sender is blocked, or what it
 * depends on does not hold.
 */
export async function openConversation(
  services: Services,
  conversation: NewConversation,
  once: Once,
): Promise<OpenedConversation | null> {
  const { db, clock, random, secret } = services;
  const { channel, sender, language, files, isAcknowledged, opened = {}, continues = null, within } = conversation;
  const now = clock();
  const make = () => newId(now, random);
  const [id, messageId, linkId] = [make(), make(), make()];
  const promised = promisedBy(services, now);
  const row: NewRow = {
    scope: once.scope,
    key: once.key,
    fingerprint: once.fingerprint,
    id,
    now,
    customerId: make(),
    identityId: make(),
    messageId,
    eventId: make(),
    // The first that nobody has.
    references: JSON.stringify(Array.from({ length: mostAttempts }, (_, attempt) => makeReference(random, attempt))),
    channel,
    kind: sender.kind,
    value: sender.value,
    name: sender.name,
    isProven: sender.isProven,
    subject: conversation.subject,
    body: conversation.body,
    quoted: conversation.quoted,
    language,
    category: conversation.category,
    answers: conversation.answers,
    trail: conversation.trail,
    promisedBy: promised,
    dueAt: dueBy(services, 'normal', now),
    opened: { channel, ...opened },
    continuesId: continues?.id ?? null,
    ...newLink(linkId, secret, now),
  };
  const [claimed, , , inserted] = await db.write([
    ...claimedIf(within?.condition, statementsFor(db, row), row, once),
    ...(isAcknowledged && sender.kind === 'email' ? acknowledging(db, acknowledged(row, make())) : []),
    ...attachFiles(files, messageId, now, isOpened(id)),
    ...(sender.isProven ? [proven(sender, now, isOpened(id))] : []),
    ...(within?.statements({ id, linkId }, isOpened(id)) ?? []),
    ...(continues ? [continued(id, make(), continues.reference, now)] : []),
  ]);
  if (!claimed?.changes) return null;
  services.outbox.wake();
  await services.previews.make(files.map((file) => file.id));
  const reference = inserted?.returned?.[0]?.[0];
  if (typeof reference !== 'string') throw new Problem('internal');
  return { id, reference, messageId, linkId, promisedBy: promised };
}

/** The same statements, the first of which claims the key only if something else holds, too. */
function claimedIf(
  condition: SQL | undefined,
  [claim, ...others]: Statement[],
  { id, now, kind, value }: NewRow,
  once: Once,
): Statement[] {
  if (!claim || !condition) return claim ? [claim, ...others] : others;
  return [claimKeyWhere(once, id, now, sql`not ${isSenderBlocked({ kind, value })} and ${condition}`), ...others];
}

/** The identity is its sender's, from now on. */
export function proven({ kind, value }: Sender, now: number, guard: SQL): Statement {
  return sql`update ${identities} set verified_at = ${now}
    where ${identities.kind} = ${kind} and ${identities.value} = ${value} and ${identities.verifiedAt} is null and ${guard}`;
}

interface NewRow
  extends Once, NewLink, Omit<Incoming, 'sender' | 'conversationId' | 'files' | 'isAcknowledged' | 'opened'> {
  id: string;
  now: number;
  customerId: string;
  identityId: string;
  messageId: string;
  eventId: string;
  references: string;
  kind: Sender['kind'];
  value: string;
  name: string | null;
  isProven: boolean | null;
  promisedBy: number | null;
  dueAt: number | null;
  opened: Record<string, string>;
  continuesId: string | null;
}

const statementsFor = prepared((_: Database, row: NewRow) => {
  const { id, now, language, continuesId } = row;
  // Its stand-ins can't be spread.
  const once = { scope: row.scope, key: row.key, fingerprint: row.fingerprint };
  const ours = claimedFor(once, id);
  const { kind, value } = identities;
  const ofSender = sql`from ${identities} where ${kind} = ${row.kind} and ${value} = ${row.value}`;
  const before = sql`(select ${conversations.customerId} from ${conversations} where ${conversations.id} = ${continuesId})`;
  const isNewIdentity = sql`${ours} and not exists (select 1 ${ofSender})`;
  const ofThisWrite = isOpened(id);
  const opening = insertWhere(
    conversations,
    {
      id,
      reference: sql`(select value from json_each(${row.references}) where not exists (select 1 from ${conversations} where ${conversations.reference} = value) limit 1)`,
      customerId: sql`coalesce(${before}, (select ${identities.customerId} ${ofSender}))`,
      subject: row.subject,
      language,
      state: 'new',
      version: 1,
      createdAt: now,
      lastMessageAt: now,
      promisedBy: row.promisedBy,
      waitingSince: now,
      firstReplyAt: null,
      channel: row.channel,
      identityId: sql`(select ${identities.id} ${ofSender})`,
      category: row.category,
      answers: row.answers,
      dueAt: row.dueAt,
      continuesId,
    },
    ours,
  );
  return [
    claimKeyWhere(once, id, now, sql`not ${isSenderBlocked({ kind: row.kind, value: row.value })}`),
    insertWhere(
      customers,
      { id: row.customerId, name: row.name, language, createdAt: now },
      sql`${isNewIdentity} and ${before} is null`,
    ),
    insertWhere(
      identities,
      {
        id: row.identityId,
        customerId: sql`coalesce(${before}, ${row.customerId})`,
        kind: row.kind,
        value: row.value,
        verifiedAt: null,
        createdAt: now,
      },
      isNewIdentity,
    ),
    sql`${opening} returning ${sql.identifier(conversations.reference.name)}`,
    insertWhere(
      messages,
      {
        id: row.messageId,
        conversationId: id,
        channel: row.channel,
        direction: 'in',
        authorAccountId: null,
        authorName: row.name,
        body: row.body,
        trail: row.trail,
        createdAt: now,
        identityId: sql`(select ${identities.id} ${ofSender})`,
        isSenderProven: row.isProven,
        quoted: row.quoted,
      },
      ofThisWrite,
    ),
    insertWhere(
      conversationEvents,
      { id: row.eventId, conversationId: id, accountId: null, kind: 'opened', detail: row.opened, createdAt: now },
      ofThisWrite,
    ),
    insertLink({ linkId: row.linkId, tokenHash: row.tokenHash, expiresAt: row.expiresAt, now }, id, ofThisWrite),
  ];
});

type Acknowledged = Parameters<typeof acknowledgement>[0];

const acknowledging = prepared((_: Database, mail: Acknowledged) => [acknowledgement(mail, isOpened(mail.id))]);

function acknowledged(row: NewRow, mailId: string): Acknowledged {
  const { id, value: email, name, language, now, subject, body, linkId } = row;
  const mailPayload = acknowledgementPayload({ subject, message: body }, { linkId, promisedBy: row.promisedBy });
  return { mailId, mailPayload, id, email, name, language, now };
}

function continued(conversationId: string, id: string, from: string, now: number): Statement {
  return insertWhere(
    conversationEvents,
    { id, conversationId, accountId: null, kind: 'continued', detail: { from }, createdAt: now },
    isOpened(conversationId),
  );
}

/** The conversation is there: this very write made it. */
function isOpened(id: string): SQL {
  return sql`exists (select 1 from ${conversations} where ${conversations.id} = ${id})`;
}
