import { eq, sql } from 'drizzle-orm';
import type { Channel, Reachable } from '../channels/channel.ts';
import type { IdentityKind } from '../customers/contract.ts';
import type { Services } from '../services.ts';
import { conversations } from './tables.ts';

/** The channels that a reply can leave through, the one of the customer's last message first; and that one's id anyhow. */
export async function waysOut(
  { db, channels }: Services,
  conversation: { id: string; channel: string },
): Promise<{ open: Channel[]; last: string }> {
  const [known] = await db.read
    .select({
      last: sql<
        string | null
      >`(select channel from messages where conversation_id = conversations.id and direction = 'in'
        order by created_at desc, id desc limit 1)`,
      kinds: sql<string>`(select json_group_array(kind) from identities where customer_id = conversations.customer_id)`,
      hasPage: sql<number>`exists (select 1 from private_links where conversation_id = conversations.id)`,
    })
    .from(conversations)
    .where(eq(conversations.id, conversation.id));
  const last = known?.last ?? conversation.channel;
  const kinds = new Set(JSON.parse(known?.kinds ?? '[]') as IdentityKind[]);
  const customer = { kinds, hasPage: Boolean(known?.hasPage) };
  const open = channels.filter((channel) => isWithinReach(channel, customer));
  const ordered = [...open.filter(({ id }) => id === last), ...open.filter(({ id }) => id !== last)];
  // Two channels with one way out are no choice.
  const isFirst = (channel: Channel, index: number) =>
    ordered.findIndex(({ deliver }) => deliver === channel.deliver) === index;
  return { open: ordered.filter(isFirst), last };
}

function isWithinReach({ identity, deliver, reaches }: Channel, customer: Reachable): boolean {
  return deliver !== undefined && (reaches ? reaches(customer) : customer.kinds.has(identity));
}
