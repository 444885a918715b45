import { and, getTableName, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import type { PersonalData } from './contract.ts';
import { held } from './held.ts';
import { onlyConversations, type Subject } from './held-data.ts';
import { everythingOfPerson, type Person } from './person.ts';
import { conversations } from '../tickets/tables.ts';

/** Everything that is held about a customer. */
export function personalDataOf(services: Services, customerId: string): Promise<PersonalData> {
  return dataOfPerson(services, { kind: 'customer', id: customerId });
}

/** Everything that is held about a person, with or without a request. */
export function dataOfPerson(services: Services, person: Person): Promise<PersonalData> {
  return gather(services, 'person', everythingOfPerson(person));
}

/** What is held of one conversation. */
export function requestDataOf(services: Services, conversationId: string): Promise<PersonalData> {
  return gather(services, 'request', onlyConversations(sql`${conversations.id} = ${conversationId}`));
}

async function gather(
  { db, clock, publicUrl }: Services,
  scope: PersonalData['scope'],
  subject: Subject,
): Promise<PersonalData> {
  const data: PersonalData['data'] = {};
  for (const { table, of, isTold, withheld = [], withheldByLink = [] } of held.filter(
    ({ isInternal }) => !isInternal,
  )) {
    const rows = (await db.read
      .select()
      .from(table)
      .where(and(of(subject), isTold?.(clock())))
      .orderBy(sql`rowid`)) as Record<string, unknown>[];
    const hidden = scope === 'request' ? [...withheld, ...withheldByLink] : withheld;
    if (rows.length > 0) data[getTableName(table)] = rows.map((row) => shown(row, hidden));
  }
  return {
    format: 'madoguchi-personal-data/1',
    madeAt: new Date(clock()).toISOString(),
    portal: publicUrl,
    scope,
    data,
  };
}

/** A row with its times in words of ISO 8601. */
function shown(row: Record<string, unknown>, withheld: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(row).filter(([name]) => !withheld.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, isTime(name, value) ? asTime(value) : value]));
}

function isTime(name: string, value: unknown): value is number {
  return typeof value === 'number' && /(At|By|Since)$/.test(name);
}

/** Sessions count in seconds, everything else in milliseconds. */
function asTime(value: number): string {
  return new Date(value < 100_000_000_000 ? value * 1000 : value).toISOString();
}
