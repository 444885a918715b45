import { newId } from '../../../api/db/id.ts';
import { customers, identities } from '../../../api/customers/tables.ts';
import type { IdentityKind } from '../../../api/customers/contract.ts';
import type { Services } from '../../../api/services.ts';
import { conversations, messages } from '../../../api/tickets/tables.ts';
import type { TrailItem } from '../../../api/tickets/opening-contract.ts';

interface MadeCustomer {
  name?: string | null;
  language?: 'ja' | 'en';
  isVerified?: boolean;
}

/** A customer with identities, each `kind:value`; gives back its id. */
export async function makeCustomer(
  { db, clock, random }: Services,
  known: readonly `${IdentityKind}:${string}`[],
  { name = null, language = 'en', isVerified = false }: MadeCustomer = {},
): Promise<string> {
  const createdAt = clock();
  const id = newId(createdAt, random);
  await db.write([
    db.read.insert(customers).values({ id, name, language, createdAt }),
    ...known.map((text) => {
      const [kind = '', value = ''] = text.split(/:(.*)/);
      return db.read.insert(identities).values({
        id: newId(createdAt, random),
        customerId: id,
        kind: kind as IdentityKind,
        value,
        verifiedAt: isVerified ? createdAt : null,
        createdAt,
      });
    }),
  ]);
  return id;
}

interface MadeConversation {
  subject?: string;
  body?: string;
  channel?: string;
  trail?: TrailItem[];
  at?: number;
}

/** A conversation that came in through an identity: the customer is whoever has it now. Gives back its id. */
export async function makeConversation(
  { db, clock, random }: Services,
  identity: `${IdentityKind}:${string}`,
  {
    subject = 'A question',
    body = 'How long is a lace?',
    channel = 'email',
    trail = [],
    at = clock(),
  }: MadeConversation = {},
): Promise<string> {
  const [kind = '', value = ''] = identity.split(/:(.*)/);
  const { rows } = await db.raw.execute({
    sql: 'select id, customer_id from identities where kind = ? and value = ?',
    args: [kind, value],
  });
  const identityId = rows[0]?.['id'] as string;
  const customerId = rows[0]?.['customer_id'] as string;
  const id = newId(at, random);
  const reference = `M-${id.slice(-6).toUpperCase()}`;
  const times = { createdAt: at, lastMessageAt: at };
  await db.write([
    db.read
      .insert(conversations)
      .values({ id, reference, customerId, subject, language: 'en', state: 'new', channel, identityId, ...times }),
    db.read.insert(messages).values({
      id: newId(at, random),
      conversationId: id,
      channel,
      direction: 'in',
      body,
      trail,
      identityId,
      createdAt: at,
    }),
  ]);
  return id;
}

/** Who has what: every conversation, identity and hold, by its customer, and their names. */
export async function belongings({ db }: Services): Promise<Record<string, string[]>> {
  const { rows } = await db.raw.execute(`
    select customer_id as owner, 'conversation ' || id as what from conversations
    union all select customer_id, 'identity ' || kind || ' ' || value from identities
    union all select customer_id, 'hold ' || id from legal_holds
    union all select id, 'name ' || coalesce(name, '') || ' ' || coalesce(merged_into_id, '') from customers
    order by 1, 2`);
  const found: Record<string, string[]> = {};
  for (const { owner, what } of rows) (found[owner as string] ??= []).push(what as string);
  return found;
}
