import { type SQL, sql } from 'drizzle-orm';
import { afterOpeningTime } from '../../content/calendar.ts';
import type { Services } from '../services.ts';
import { priorities, type Priority } from './contract.ts';
import { conversations } from './tables.ts';

const hourMs = 3_600_000;

/** By when the first reply to what comes in now is promised; `null` when the calendar has not as many opening hours. */
export function promisedBy({ promise }: Services, now: number): number | null {
  const { calendar, workingHours } = promise();
  return afterOpeningTime(calendar, now, workingHours * hourMs);
}

/** By when an answer is due to somebody who has waited since then, by priority and in opening hours. */
export function dueBy({ promise }: Services, priority: Priority, waitingSince: number): number | null {
  const { calendar, targets } = promise();
  return afterOpeningTime(calendar, waitingSince, targets[priority] * hourMs);
}

/** The same for whatever priority the conversation has when it is written. */
export function dueByItsPriority(services: Services, waitingSince: number): SQL {
  const cases = priorities.map((priority) => sql`when ${priority} then ${dueBy(services, priority, waitingSince)}`);
  return sql`case ${conversations.priority} ${sql.join(cases, sql` `)} end`;
}
