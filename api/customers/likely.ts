import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { CustomerHistory, Identity, LikelyReason } from './contract.ts';
import { customerMerges, customers, identities } from './tables.ts';

const mostLikely = 5;
const nearMs = 30 * 86_400_000;

/** What of a customer is shown to tell them by. */
const shownValue = sql<string>`coalesce((select value from identities where identities.customer_id = customers.id
  order by identities.verified_at is null, identities.created_at limit 1), '')`;
/** When somebody was last in touch. */
const lastTouch = (customer: SQL) =>
  sql`(select max(last_message_at) from conversations where conversations.customer_id = ${customer})`;

/**
 * Customers who may be the same person, each with the reason: a number that is kept in another spelling, a mailbox with
 * and without a `+tag`, or the same full name and language of two who were in touch within 30 days. A first name alone,
 * or the same name at another mail provider, is none. Who was taken apart by staff is not proposed again.
 */
export async function likelyTheSame(
  db: Database,
  customer: { id: string; name: string | null; language: 'ja' | 'en' },
  known: readonly Identity[],
): Promise<CustomerHistory['likely']> {
  const numbers = known.filter(({ kind }) => kind === 'phone').flatMap(({ value }) => spellingsOf(value));
  const [byNumber, byMailbox, byName] = await Promise.all([
    find(
      db,
      customer.id,
      'number',
      hasIdentity('phone', sql`value in (select value from json_each(${JSON.stringify(numbers)}))`),
    ),
    find(
      db,
      customer.id,
      'mailbox',
      sql`${sql.join(
        known.map(sameMailbox).filter((one) => one !== null),
        sql` or `,
      )}`,
      known.some((one) => sameMailbox(one) !== null),
    ),
    find(db, customer.id, 'name', sameName(customer), isFullName(customer.name)),
  ]);
  const all = [...byNumber, ...byMailbox, ...byName];
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index).slice(0, mostLikely);
}

async function find(db: Database, id: string, why: LikelyReason, isAlike: SQL, isAsked = true) {
  if (!isAsked) return [];
  const wasTakenApart = sql`exists (select 1 from ${customerMerges} m where (m.from_id = customers.id and m.into_id = ${id})
    or (m.from_id = ${id} and m.into_id = customers.id))`;
  const rows = await db.read
    .select({ id: customers.id, name: customers.name, value: shownValue })
    .from(customers)
    .where(
      and(
        sql`(${isAlike}) and customers.erased_at is null and customers.merged_into_id is null and not ${wasTakenApart}`,
        sql`${customers.id} <> ${id}`,
      ),
    )
    .limit(mostLikely);
  return rows.map((row) => ({ ...row, why }));
}

function hasIdentity(kind: Identity['kind'], isAlike: SQL): SQL {
  return sql`customers.id in (select customer_id from ${identities} where ${eq(identities.kind, kind)} and ${isAlike})`;
}

/** How a number may have been kept besides: as it is dialled within Japan, without its plus sign, from abroad. */
function spellingsOf(value: string): string[] {
  const digits = value.replace(/^\+/, '');
  const national = digits.startsWith('81') ? [`0${digits.slice(2)}`, `810${digits.slice(2)}`] : [];
  return [digits, `+${digits}`, `00${digits}`, `010${digits}`, ...national].filter((one) => one !== value);
}

/** The same mailbox with another tag, or with none: `hanako+shop@example.jp`. Reads a small part of the index. */
function sameMailbox({ kind, value }: Identity): SQL | null {
  const [, mailbox = '', domain = ''] = /^([^+@]{2,})(?:\+[^@]*)?(@.+)$/.exec(value) ?? [];
  if (kind !== 'email' || mailbox === '') return null;
  const isTagged = sql`value >= ${`${mailbox}+`} and value < ${`${mailbox},`} and substr(value, -${domain.length}) = ${domain}`;
  return hasIdentity('email', sql`((${isTagged}) or value = ${mailbox + domain})`);
}

/** Two parts, or three characters where names are not spaced: a first name alone is many people. */
function isFullName(name: string | null): boolean {
  return (
    name !== null &&
    (/\S\s+\S/.test(name.trim()) || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{3,}$/u.test(name.trim()))
  );
}

function sameName({ id, name, language }: { id: string; name: string | null; language: string }): SQL {
  const plain = (name ?? '').replaceAll(/[ 　]/g, '');
  return sql`customers.name is not null and lower(replace(replace(customers.name, ' ', ''), '　', '')) = lower(${plain})
    and customers.language = ${language} and abs(${lastTouch(sql`customers.id`)} - ${lastTouch(sql`${id}`)}) <= ${nearMs}`;
}
