import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const checker = join(import.meta.dirname, '../../support/database-checker.ts');

/** What came of one sort of fault. */
export interface Outcome {
  /** Each thing that has to hold, with the figures that show whether it does. */
  held: { what: string; isMet: boolean }[];
  /** Why it could not be tried here; then nothing is known. */
  notRun?: string;
}

export function notRun(reason: string): Outcome {
  return { held: [], notRun: reason };
}

/** The portal's settings in these tests: the site was built before, and only what is wrong is logged. */
export const quiet = { BUILD_AT_START: 'no', LOG_LEVEL: 'fatal', RATE_LIMIT_FACTOR: '1000000' };

/** Rows of a database file that nobody has open, read by another SQLite in another process after its integrity check. */
export async function rowsOf<T>(file: string, query: string): Promise<T[]> {
  const { stdout } = await run(process.execPath, [checker, file, query], { maxBuffer: 1 << 30 });
  return JSON.parse(stdout) as T[];
}

/** Tickets that are not whole: each has one first message, one event, one link, and a customer with an address. */
export const halves = `
  select c.id from conversations c
  where (select count(*) from messages m where m.conversation_id = c.id) <> 1
    or (select count(*) from conversation_events e where e.conversation_id = c.id) <> 1
    or (select count(*) from private_links l where l.conversation_id = c.id) <> 1
    or not exists (select 1 from identities i where i.customer_id = c.customer_id)
  union all select m.id from messages m where not exists (select 1 from conversations c where c.id = m.conversation_id)
  union all select k.result_id from idempotency_keys k where not exists (select 1 from conversations c where c.id = k.result_id)`;

/** Tickets whose key is not there: a retry would open them again. */
export const keyless = `
  select id from conversations
  where id not in (select result_id from idempotency_keys group by result_id having count(*) = 1)`;

export interface Sent {
  status: number;
  reference: string;
  retryAfter: string | null;
}

/** Opens a ticket that is known by its subject. Rejects when no answer arrives. */
export async function sendTicket(url: string, subject: string, message = 'はい'): Promise<Sent> {
  const response = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `faults-${subject}` },
    body: JSON.stringify({ email: `customer-${subject}@example.jp`, subject, message, language: 'ja' }),
    signal: AbortSignal.timeout(10_000),
  });
  const body = (await response.json()) as { reference?: string };
  return { status: response.status, reference: body.reference ?? '', retryAfter: response.headers.get('Retry-After') };
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
