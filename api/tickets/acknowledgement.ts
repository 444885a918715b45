import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { outbox } from '../outbox/tables.ts';
import type { Services } from '../services.ts';
import type { OpenTicketInput } from './contract.ts';
import { conversations } from './tables.ts';

/** Nobody proves an address before a ticket is opened with it: more than this nobody is mailed for that in a day. */
const mostADay = 5;
const dayMs = 86_400_000;

/** The acknowledgement of a ticket, for the write that opens it; not queued once the address has had five in a day. */
export function acknowledgement(
  services: Services,
  { id, linkId, promisedBy }: { id: string; linkId: string; promisedBy: number | null },
  { email, name, language, subject, message }: OpenTicketInput,
  guard: SQL,
): Statement {
  const to = email.toLowerCase();
  const { recipient, kind, createdAt } = outbox;
  const recent = sql`(select count(*) from ${outbox} where ${recipient} = ${to} and ${kind} = 'ticket-received' and ${createdAt} > ${services.clock() - dayMs})`;
  return queueMail(
    services,
    {
      kind: 'ticket-received',
      to,
      name: name ?? null,
      language,
      payload: { reference: '', subject, message, promisedBy, linkId },
      // The ticket gets its reference in this very write.
      laterKnown: {
        reference: sql`(select ${conversations.reference} from ${conversations} where ${conversations.id} = ${id})`,
      },
      conversationId: id,
    },
    sql`${guard} and ${recent} < ${mostADay}`,
  );
}
