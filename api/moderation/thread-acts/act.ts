import { type SQL, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import { newId } from '../../db/id.ts';
import type { Statement } from '../../db/statements.ts';
import { type ThreadRow, threadAt } from '../../forum/find-thread.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { ThreadAct, ThreadActResult } from '../contract.ts';
import type { Moderator } from '../decisions.ts';

/** What undoing an act restores, in `before` of its decision. */
export interface ThreadBefore {
  act: ThreadAct;
  thread: string;
  was: Partial<Pick<ThreadRow, 'isLocked' | 'isPinned' | 'archivedAt' | 'reopenedAt' | 'board'>>;
  /** Of a move, where it went. */
  board?: string;
  /** Of a merge, where it went; of a split, where it came from. */
  other?: string;
  posts?: string[];
  meToos?: string[];
  subscriptions?: string[];
  /** When the post that a split made an opening one was accepted as the answer. */
  acceptedAt?: number | null;
}

/**
 * A thread as a moderator saw it. Throws `not-found`, and `state-changed` when it is no longer at the version, or went into
 * another.
 */
export async function threadSeen(
  services: Services,
  number: number,
  version: number,
  by: Moderator,
): Promise<ThreadRow> {
  const thread = await threadAt(services, number, { id: by.accountId, role: by.role });
  if (thread.number !== number || thread.version !== version) throw new Problem('state-changed');
  return thread;
}

interface Acting {
  act: ThreadAct;
  /** What undoing needs to know, as JSON. */
  before: SQL;
  /** What has to hold when it is written. */
  guard: SQL;
  /** What it does, under the guard that it happens at all. */
  statements: (isMade: SQL) => Statement[];
}

/** Does something to threads, as a decision that can be undone. Throws `state-changed` when somebody else came first. */
export async function acting(
  services: Services,
  thread: ThreadRow,
  { act, before, guard, statements }: Acting,
  by: Moderator,
): Promise<string> {
  const { clock, random, db } = services;
  const now = clock();
  const id = newId(now, random);
  const isMade = sql`exists (select 1 from moderation_decisions where id = ${id})`;
  const [made] = await db.write([
    sql`insert into moderation_decisions (id, account_id, action, before, created_at)
      select ${id}, ${by.accountId}, ${act}, ${before}, ${now} where ${guard}`,
    ...statements(isMade),
    audited(
      services,
      {
        accountId: by.accountId,
        requestId: by.requestId,
        action: `moderation:${act}`,
        target: { kind: 'thread', id: String(thread.number) },
        detail: { decision: id },
      },
      isMade,
    ),
  ]);
  if (!made?.changes) throw new Problem('state-changed');
  return id;
}

/** The guard that a thread is as it was seen, and stands by itself. */
export function isSeen({ id, version }: ThreadRow): SQL {
  return sql`exists (select 1 from forum_threads where id = ${id} and version = ${version} and merged_into_id is null)`;
}

/** What came of an act on the thread with an id. */
export async function resultOf({ db }: Services, decision: string, threadId: string): Promise<ThreadActResult> {
  const rows = await db.read.all<Record<string, number>>(
    sql`select number, version from forum_threads where id = ${threadId}`,
  );
  const [number = 0, version = 0] = Object.values(rows[0] ?? {});
  return { decision, thread: number, version };
}
