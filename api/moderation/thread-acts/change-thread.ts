import { sql } from 'drizzle-orm';
import type { ThreadRow } from '../../forum/find-thread.ts';
import { forumThreads } from '../../forum/tables.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { ThreadActResult } from '../contract.ts';
import type { Moderator } from '../decisions.ts';
import { acting, isSeen, resultOf, type ThreadBefore, threadSeen } from './act.ts';

const simpleActs = ['lock', 'unlock', 'pin', 'unpin', 'archive', 'unarchive'] as const;
export type SimpleAct = (typeof simpleActs)[number];
type Was = ThreadBefore['was'];

/** What each act makes of a thread; `null` where it is so already. */
const changes: Record<SimpleAct, (thread: ThreadRow, now: number) => Was | null> = {
  lock: ({ isLocked }) => (isLocked ? null : { isLocked: true }),
  unlock: ({ isLocked }) => (isLocked ? { isLocked: false } : null),
  pin: ({ isPinned }) => (isPinned ? null : { isPinned: true }),
  unpin: ({ isPinned }) => (isPinned ? { isPinned: false } : null),
  archive: ({ archivedAt }, now) => (archivedAt === null ? { archivedAt: now } : null),
  // It stays open as long as if somebody had written.
  unarchive: ({ archivedAt }, now) => (archivedAt === null ? null : { archivedAt: null, reopenedAt: now }),
};

/**
 * Locks, pins or archives a thread, or takes that back. Throws `not-found`, `state-changed`, and `state-refused` when it is
 * so already.
 */
export async function changeThread(
  services: Services,
  number: number,
  { act, version }: { act: SimpleAct; version: number },
  by: Moderator,
): Promise<ThreadActResult> {
  const thread = await threadSeen(services, number, version, by);
  const set = changes[act](thread, services.clock());
  if (!set) throw new Problem('state-refused');
  return changing(services, thread, act, set, by);
}

/** Moves a thread to another board of its language. Throws as above, and `invalid-input` for a board that is none. */
export async function moveThread(
  services: Services,
  number: number,
  { board, version }: { board: string; version: number },
  by: Moderator,
): Promise<ThreadActResult> {
  const boards = services.portal().forum?.boards ?? [];
  if (!boards.includes(board))
    throw new Problem('invalid-input', { errors: [{ pointer: '#/board', detail: boards.join(', ') }] });
  const thread = await threadSeen(services, number, version, by);
  if (thread.board === board) throw new Problem('state-refused');
  return changing(services, thread, 'move', { board }, by);
}

async function changing(
  services: Services,
  thread: ThreadRow,
  act: SimpleAct | 'move',
  set: Was,
  by: Moderator,
): Promise<ThreadActResult> {
  const names = Object.keys(set) as (keyof Was)[];
  const was = Object.fromEntries(names.map((name) => [name, thread[name]]));
  const before: ThreadBefore = {
    act,
    thread: thread.id,
    was,
    ...(set.board === undefined ? {} : { board: set.board }),
  };
  const decision = await acting(
    services,
    thread,
    {
      act,
      before: sql`${JSON.stringify(before)}`,
      guard: isSeen(thread),
      statements: (isMade) => [
        services.db.read
          .update(forumThreads)
          .set({ ...set, version: thread.version + 1 })
          .where(sql`${forumThreads.id} = ${thread.id} and ${isMade}`),
        ...(set.board === undefined
          ? []
          : [sql`update reviewables set board = ${set.board} where thread_id = ${thread.id} and ${isMade}`]),
      ],
    },
    by,
  );
  return resultOf(services, decision, thread.id);
}
