import { and, isNull, type SQL, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { legalHolds } from '../privacy/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversations } from '../tickets/tables.ts';
import { given, ownerChanged } from './owner-changed.ts';
import { currentCustomer } from './merged.ts';
import { customerMerges, customers, identities } from './tables.ts';

const sameText = {
  ja: '同じお客様です。別のお客様を選んでください。',
  en: 'This is the same customer. Please choose another one.',
};

/**
 * Makes two customers one: whatever is `other`'s goes to `into`, what has to be kept along with it. Either may have been
 * merged before: then whom they became is meant, and who is one already stays one. Gives back the id of who is left. Throws `not-found` for nobody and for
 * who was erased, `invalid-input` for a customer with themselves, `state-changed` when somebody else was faster.
 */
export async function mergeCustomers(
  services: Services,
  into: string,
  other: string,
  { accountId, requestId, language = 'ja' }: By & { language?: 'ja' | 'en' },
): Promise<string> {
  const { db, clock, random } = services;
  const [stays, goes] = await Promise.all([currentCustomer(db, into), currentCustomer(db, other)]);
  if (!stays || !goes) throw new Problem('not-found');
  if (into === other) {
    throw new Problem('invalid-input', { errors: [{ pointer: '#/other', detail: sameText[language] }] });
  }
  // Sent again, or by two: it is done.
  if (stays.id === goes.id) return stays.id;
  const now = clock();
  const id = newId(now, random);
  const ours = sql`exists (select 1 from ${customerMerges} where ${customerMerges.id} = ${id})`;
  const merge = { id, from: goes.id, into: stays.id };
  const theirs = sql`${conversations.customerId} = ${goes.id} and ${ours}`;
  const [merged] = await db.write([
    insertWhere(
      customerMerges,
      { id, fromId: goes.id, intoId: stays.id, accountId, moved: everythingOf(goes.id, stays.id), createdAt: now },
      areBothThere(goes.id, stays.id),
    ),
    ...ownerChanged(services, theirs, { accountId, merge, to: stays.id }),
    given(identities.customerId, stays.id, sql`${identities.customerId} = ${goes.id} and ${ours}`),
    given(legalHolds.customerId, stays.id, sql`${legalHolds.customerId} = ${goes.id} and ${ours}`),
    sql`update ${customers} set name = (select name from customers where id = ${goes.id}) where id = ${stays.id} and name is null and ${ours}`,
    sql`update ${customers} set merged_into_id = ${stays.id} where id = ${goes.id} and ${ours}`,
    audited(
      services,
      {
        accountId,
        action: 'customers:merge',
        target: { kind: 'customer', id: stays.id },
        detail: { merge: id, other: goes.id },
        requestId,
      },
      ours,
    ),
  ]);
  if (!merged?.changes) throw new Problem('state-changed');
  return stays.id;
}

/** What goes over, as it is at the moment of writing. */
function everythingOf(from: string, into: string): SQL {
  const ids = (rows: SQL) => sql`json((select json_group_array(id) from ${rows} where customer_id = ${from}))`;
  const givesName = sql`exists (select 1 from customers f, customers i where f.id = ${from} and i.id = ${into} and i.name is null and f.name is not null)`;
  return sql`json_object('conversations', ${ids(sql`${conversations}`)}, 'identities', ${ids(sql`${identities}`)},
    'holds', ${ids(sql`${legalHolds}`)}, 'name', json(iif(${givesName}, 'true', 'false')))`;
}

function areBothThere(one: string, other: string): SQL {
  const isThere = and(isNull(customers.erasedAt), isNull(customers.mergedIntoId));
  return sql`(select count(*) from ${customers} where ${customers.id} in (${one}, ${other}) and ${isThere}) = 2`;
}
