import { closeSolved, wakeSnoozed } from '../../../../api/tickets/by-the-clock.ts';
import { requestUrlOf } from '../../../../api/tickets/private-links.ts';
import { article } from '../../../support/services.ts';
import { makePerson } from '../../accounts/people-of-tests.ts';
import { sendJson } from '../../support/ask.ts';
import { openTicket } from '../../support/portal.ts';
import { makeDesk } from '../desk.ts';

export type Row = Record<string, unknown>;

/** Everything that stands in the tables of conversations, of one run of the test. */
export interface Standing {
  conversations: Row[];
  messages: Row[];
  notes: Row[];
  events: Row[];
  tags: Row[];
  articles: Row[];
  /** What can be undone by the customers' side: merges of customers. */
  customerMerges: Row[];
  /** How many lines the audit log has of each account. */
  audited: Record<string, number>;
}

/** What was answered with yes, since the run began: it has to be there, once, and nothing else. */
export interface Accepted {
  /** By their texts: whose they are, and whether they were taken back. */
  messages: Map<string, { author: string | null; isTakenBack: boolean }>;
  notes: Map<string, string>;
  /** Lines of the history that say something which no other says: `kind: what`, and whose doing. */
  lines: [line: string, doer: string][];
  /** Changes that can be undone: how all stood before, and after all that happened in the same moment. */
  undoable: Map<string, { kind: 'bulk' | 'merge' | 'split'; before: Standing; after?: Standing }>;
  /** What customers sent, to be sent again. */
  sent: { path: string; body: object; key: string }[];
}

/** A desk of three agents, a team, and every article that anybody names. */
export async function makeRacingDesk() {
  const desk = await makeDesk({ articleAt: (url) => ({ ...article, url }) });
  const agents = [];
  for (const name of ['mika', 'tom', 'yui']) agents.push(await makePerson(desk, `${name}@aruku.example`, 'agent'));
  await desk.services.db.raw.execute("insert into teams (id, name, created_at) values ('team', 'Returns', 0)");
  let runs = 0;
  return {
    ...desk,
    agents,
    /** A customer with two conversations and one with a third, and what of the tables is theirs. */
    async begin() {
      runs += 1;
      const from = async (name: string, message: string) =>
        openTicket(desk, {
          email: `${name}-${runs}@example.jp`,
          subject: 'Left boot',
          message,
          language: 'en',
          trail: [],
        });
      const since = await marks(desk.rows);
      for (const [name, message] of firstMessages) await from(name, `${message}-${runs}`);
      const accepted: Accepted = {
        messages: new Map(firstMessages.map(([, text]) => [`${text}-${runs}`, { author: null, isTakenBack: false }])),
        notes: new Map(),
        lines: [],
        undoable: new Map(),
        sent: [],
      };
      return { accepted, read: () => readStanding(desk.rows, since) };
    },
  };
}

const firstMessages = [
  ['grace', 'one'],
  ['grace', 'two'],
  ['hana', 'three'],
] as const;

export type RacingDesk = Awaited<ReturnType<typeof makeRacingDesk>>;
export type Run = Awaited<ReturnType<RacingDesk['begin']>>;

/** What the portal does by itself. */
export async function passTime({ services, time }: RacingDesk, ms: number): Promise<void> {
  time.now += ms;
  await Promise.all([wakeSnoozed(services), closeSolved(services)]);
  // Agents sign in each morning.
  await services.db.raw.execute(`update sessions set created_at = ${time.now}, last_used_at = ${time.now},
    expires_at = ${Math.floor(time.now / 1000) + 3600}`);
}

/** The private link that the customer got with a conversation. */
export function linkTo({ services }: RacingDesk, id: string): Promise<string> {
  return requestUrlOf(services.db, services.secret, { id, language: 'en' });
}

/** Sends as somebody who waits a little first: so none of those who race is always first. */
export async function sendLate(
  ask: Parameters<typeof sendJson>[0],
  turns: number,
  [method, path, value, key]: [string, string, object?, string?],
): Promise<Response> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
  return value ? sendJson(ask, path, value, { method, headers }) : ask(path, { method });
}

type Rows = Awaited<ReturnType<typeof makeDesk>>['rows'];

async function marks(rows: Rows): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of ['conversations', 'customers', 'audit_log']) {
    const [row] = await rows(`select coalesce(max(rowid), 0) as mark from ${table}`);
    found[table] = row?.['mark'] as number;
  }
  return found;
}

async function readStanding(rows: Rows, since: Record<string, number>): Promise<Standing> {
  const ours = `(select id from conversations where rowid > ${since['conversations']})`;
  const of = (table: string, order = 'rowid') =>
    rows(`select * from ${table} where conversation_id in ${ours} order by ${order}`);
  const audited = await rows(
    `select account_id, count(*) as count from audit_log where rowid > ${since['audit_log']} group by account_id`,
  );
  return {
    conversations: await rows(`select * from conversations where rowid > ${since['conversations']} order by rowid`),
    messages: await rows(`select messages.*, outbox.state as left_state, outbox.conversation_id as left_from
      from messages left join outbox on outbox.id = messages.outbox_id
      where messages.conversation_id in ${ours} order by messages.rowid`),
    notes: await of('notes'),
    events: await of('conversation_events'),
    tags: await of('conversation_tags', 'conversation_id, tag'),
    articles: await of('conversation_articles', 'conversation_id, url'),
    customerMerges: await rows(`select * from customer_merges where into_id in
      (select id from customers where rowid > ${since['customers']}) order by rowid`),
    audited: Object.fromEntries(audited.map((row) => [row['account_id'], row['count'] as number])),
  };
}
