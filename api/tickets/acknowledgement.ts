import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { Statement } from '../db/statements.ts';
import type { PayloadOf } from '../mail/kinds.ts';
import { insertMail, withLaterKnown } from '../outbox/queue-mail.ts';
import { outbox } from '../outbox/tables.ts';
import { conversations } from './tables.ts';

/** Nobody proves an address before a ticket is opened with it: more than this nobody is mailed for that in a day. */
const mostADay = 5;
const dayMs = 86_400_000;

/** What the acknowledgement says, as JSON. The reference is known to the write only. */
export function acknowledgementPayload(
  { subject, message }: { subject: string; message: string },
  { linkId, promisedBy }: { linkId: string; promisedBy: number | null },
): string {
  return JSON.stringify({ reference: '', subject, message, promisedBy, linkId } satisfies PayloadOf<'ticket-received'>);
}

interface Acknowledged {
  mailId: string;
  mailPayload: string;
  id: string;
  email: string;
  name: string | null;
  language: Language;
  now: number;
}

/** The acknowledgement of a ticket, for the write that opens it; not queued once the address has had five in a day. */
export function acknowledgement(ticket: Acknowledged, guard: SQL): Statement {
  const { id, email, name, language, now } = ticket;
  const { recipient, kind, createdAt } = outbox;
  const recent = sql`(select count(*) from ${outbox} where ${recipient} = ${email} and ${kind} = 'ticket-received' and ${createdAt} > ${now} - ${dayMs})`;
  return insertMail(
    {
      id: ticket.mailId,
      kind: 'ticket-received',
      to: email,
      name,
      language,
      payload: withLaterKnown(ticket.mailPayload, {
        reference: sql`(select ${conversations.reference} from ${conversations} where ${conversations.id} = ${id})`,
      }),
      conversationId: id,
      dueAt: now,
      now,
    },
    sql`${guard} and ${recent} < ${mostADay}`,
  );
}
