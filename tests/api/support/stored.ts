import { createHash } from 'node:crypto';
import type { Database } from '../../../api/db/database.ts';

const tables = [
  'accounts',
  'setup_links',
  'sessions',
  'customers',
  'identities',
  'conversations',
  'messages',
  'attachments',
  'conversation_events',
  'private_links',
  'idempotency_keys',
  'votes',
  'notices',
  'notice_updates',
  'notice_events',
  'outbox',
  'notice_subscribers',
  'notice_mailings',
] as const;

/** How many rows each table has. */
export async function rowCounts({ raw }: Database): Promise<Record<(typeof tables)[number], number>> {
  const counts = await Promise.all(tables.map(async (table) => [table, await countOf(raw, table)]));
  return Object.fromEntries(counts) as Record<(typeof tables)[number], number>;
}

async function countOf(raw: Database['raw'], table: string): Promise<number> {
  const { rows } = await raw.execute(`select count(*) as count from ${table}`);
  return Number(rows[0]?.['count']);
}

/** A fingerprint of everything that is stored: equal only if no row of any table has changed, but for those `without`. */
export async function checksumOf({ raw }: Database, { without = [] as string[] } = {}): Promise<string> {
  const sum = createHash('sha256');
  const named = await raw.execute(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'search_terms%' and name not like 'thread_terms%' order by name",
  );
  for (const { name } of named.rows.filter(({ name }) => !without.includes(name as string))) {
    const { rows } = await raw.execute(`select * from "${name as string}" order by rowid`);
    sum.update(`${name as string} ${rows.length} ${JSON.stringify(rows.map((row) => Object.values(row)))}`);
  }
  return sum.digest('hex');
}
