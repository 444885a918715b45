import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Database } from '../../db/database.ts';
import type { ThreadChange, Visibility } from '../contract.ts';
import { forumThreads } from '../tables.ts';

type Change = ThreadChange & { visibility: Visibility };
type Hear = (change: Change | null) => void;

/** Who reads a thread hears when something in it changes, whichever process changed it. */
export interface ThreadWatch {
  /**
   * Hears how a thread stands once it is no longer as it was, and at each change from then on; `null` when it is not there
   * any more. Gives back how to stop.
   */
  watch(thread: { id: string; version: number; visibility: Visibility }, hear: Hear): () => void;
}

interface Needs {
  db: Database;
  log: Logger;
  pollMs?: number;
}

/** How a thread stands that is there no more. */
const gone = 'gone';

/**
 * Asks for the versions of the threads that somebody has open, all at once, and tells whose changed. A thread says itself
 * how it stands: nothing has to be kept of what happened, and nobody misses anything.
 */
export function createThreadWatch({ db, log, pollMs = db.isShared ? 3000 : 1000 }: Needs): ThreadWatch {
  /** What each of those who listen knows, by the thread. */
  const watched = new Map<string, Map<Hear, string>>();
  let isLooking = false;

  async function look(): Promise<void> {
    while (watched.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, pollMs).unref());
      if (watched.size > 0) await tellWhatChanged().catch(failed);
    }
    isLooking = false;
  }

  async function tellWhatChanged(): Promise<void> {
    const found = await standingOf(db, [...watched.keys()]);
    for (const [id, listeners] of watched) {
      const change = found.get(id) ?? null;
      const now = change ? standing(change) : gone;
      for (const [hear, known] of listeners) {
        if (known === now) continue;
        listeners.set(hear, now);
        hear(change);
      }
    }
  }

  function failed(error: unknown): void {
    log.error({ err: error }, 'what changed in the forum could not be read');
  }

  return {
    watch({ id, ...thread }, hear) {
      const listeners = watched.get(id) ?? new Map<Hear, string>();
      watched.set(id, listeners);
      listeners.set(hear, standing(thread));
      if (!isLooking) {
        isLooking = true;
        void look();
      }
      return () => {
        listeners.delete(hear);
        if (listeners.size === 0) watched.delete(id);
      };
    },
  };
}

function standing({ version, visibility }: Pick<Change, 'version' | 'visibility'>): string {
  return `${version} ${visibility}`;
}

async function standingOf({ read }: Database, ids: readonly string[]): Promise<Map<string, Change>> {
  const { id, version, replies, lastPostAt, visibility, mergedIntoId } = forumThreads;
  const rows = await read
    .select({ id, version, replies, lastPostAt, visibility })
    .from(forumThreads)
    .where(sql`${id} in (select value from json_each(${JSON.stringify(ids)})) and ${mergedIntoId} is null`);
  return new Map(rows.map(({ id: threadId, ...change }) => [threadId, change]));
}
