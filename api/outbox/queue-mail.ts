import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { MailKindName, PayloadOf } from '../mail/kinds.ts';
import type { Services } from '../services.ts';
import { outbox } from './tables.ts';

export interface MailToQueue<N extends MailKindName> {
  /** For whoever wants to find it again. */
  id?: string;
  kind: N;
  to: string;
  name?: string | null;
  language: Language;
  payload: PayloadOf<N>;
  /** Parts of the payload that only the write itself knows. */
  laterKnown?: { [K in keyof PayloadOf<N>]?: SQL };
  conversationId?: string;
  /** Not before then; at once if left out. */
  dueAt?: number;
}

/**
 * The statement that lets a mail leave, for the same write as what caused it: either both are there, or neither. A guard
 * makes it depend on what the write found. After the write, `services.outbox.wake()` sends it at once; else it goes
 * within seconds.
 */
export function queueMail<N extends MailKindName>(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  { name = null, payload, laterKnown, conversationId, dueAt, ...mail }: MailToQueue<N>,
  guard: SQL = sql`true`,
): Statement {
  const now = clock();
  const json = JSON.stringify(payload);
  return insertMail(
    {
      id: newId(now, random),
      ...mail,
      name,
      payload: laterKnown ? withLaterKnown(json, laterKnown) : sql`${json}`,
      conversationId: conversationId ?? null,
      dueAt: dueAt ?? now,
      now,
    },
    guard,
  );
}

/** A mail for the outbox, row for row: none of its values is looked at, so that its statement can be prepared. */
export interface NewMail {
  id: string;
  kind: MailKindName;
  to: string;
  name: string | null;
  language: Language;
  /** JSON. */
  payload: SQL;
  conversationId: string | null;
  dueAt: number;
  now: number;
}

export function insertMail({ to, name, now, ...mail }: NewMail, guard: SQL): Statement {
  return insertWhere(
    outbox,
    {
      ...mail,
      channel: 'mail',
      recipient: to,
      recipientName: name,
      state: 'waiting',
      attempts: 0,
      leasedUntil: null,
      lease: null,
      unanswered: 0,
      lastError: null,
      sentAt: null,
      createdAt: now,
    },
    guard,
  );
}

/** A payload (JSON) with parts that only the write knows, by their names. */
export function withLaterKnown(payload: string, laterKnown: Record<string, SQL | undefined>): SQL {
  const parts = Object.entries(laterKnown).flatMap(([name, value]) => (value ? [sql`${`$.${name}`}, ${value}`] : []));
  return sql`json_set(${payload}, ${sql.join(parts, sql`, `)})`;
}
