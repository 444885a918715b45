import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { MailKindName, PayloadOf } from '../mail/kinds.ts';
import type { Services } from '../services.ts';
import { outbox } from './tables.ts';

export interface MailToQueue<N extends MailKindName> {
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
  { kind, to, name = null, language, payload, laterKnown, conversationId, dueAt }: MailToQueue<N>,
  guard: SQL = sql`true`,
): Statement {
  const now = clock();
  return insertWhere(
    outbox,
    {
      id: newId(now, random),
      channel: 'mail',
      kind,
      recipient: to,
      recipientName: name,
      language,
      payload: laterKnown ? withLaterKnown(payload, laterKnown) : (payload as Record<string, unknown>),
      conversationId: conversationId ?? null,
      state: 'waiting',
      attempts: 0,
      dueAt: dueAt ?? now,
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

function withLaterKnown(payload: unknown, laterKnown: Record<string, SQL | undefined>): SQL {
  const parts = Object.entries(laterKnown).flatMap(([name, value]) => (value ? [sql`${`$.${name}`}, ${value}`] : []));
  return sql`json_set(${JSON.stringify(payload)}, ${sql.join(parts, sql`, `)})`;
}
