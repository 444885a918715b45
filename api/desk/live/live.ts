import type { Logger } from 'pino';
import type { Database } from '../../db/database.ts';
import { forgetAbsent } from '../presence.ts';
import { changesAfter, extentOfChanges, type LiveMessage } from './changes.ts';

/** Who looks on hears what changes, whichever process changed it. */
export interface Live {
  /**
   * Hears everything after a place, and from now on. `hear` gets what is to be told, in order; `isMissing` says that
   * what was after the place is not kept any more. Gives back how to stop.
   */
  listen(after: number | null, hear: (heard: Heard) => void): Promise<() => void>;
}

export interface Heard {
  messages: LiveMessage[];
  /** Where to go on from after these. */
  reached: number;
  isMissing?: true;
}

interface Needs {
  db: Database;
  clock: () => number;
  log: Logger;
  pollMs?: number;
}

const absentEveryMs = 5000;

/** Asks the database what changed, a few times a second, as long as somebody listens. */
export function createLive({ db, clock, log, pollMs = db.isShared ? 1000 : 300 }: Needs): Live {
  const listeners = new Set<(heard: Heard) => void>();
  let reached = 0;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | null = null;
  let absentAt = 0;

  async function poll(): Promise<void> {
    try {
      if (performance.now() - absentAt > absentEveryMs) {
        absentAt = performance.now();
        await forgetAbsent({ db, clock });
      }
      for (let isAll = false; !isAll && listeners.size > 0;) {
        const found = await changesAfter(db, reached, clock());
        ({ reached, isAll } = found);
        if (found.messages.length > 0) for (const hear of listeners) hear(found);
      }
    } catch (error) {
      log.error({ err: error }, 'what changed could not be read');
    }
    timer = listeners.size > 0 ? setTimeout(() => void poll(), pollMs).unref() : undefined;
  }

  async function start(): Promise<void> {
    reached = (await extentOfChanges(db)).last;
    timer = setTimeout(() => void poll(), pollMs).unref();
  }

  return {
    async listen(after, hear) {
      let place = Number.POSITIVE_INFINITY;
      const missed: Heard[] = [];
      let isCatchingUp = true;
      const tell = (heard: Heard) => {
        if (isCatchingUp) {
          missed.push(heard);
          return;
        }
        const messages = heard.messages.filter(({ seq }) => seq > place);
        place = Math.max(place, heard.reached);
        if (messages.length > 0) hear({ messages, reached: place });
      };
      listeners.add(tell);
      const stop = () => {
        listeners.delete(tell);
        if (listeners.size === 0) {
          clearTimeout(timer);
          timer = undefined;
        }
      };
      try {
        if (!timer) await (starting ??= start().finally(() => (starting = null)));
        const { first, last } = await extentOfChanges(db);
        // A place that is ahead is one of a database before it was restored.
        const isMissing = after !== null && after !== last && (after < first - 1 || after > last);
        place = after === null || isMissing ? last : after;
        hear({ messages: [], reached: place, ...(isMissing ? { isMissing } : {}) });
        for (let isAll = place === last; !isAll;) {
          const found = await changesAfter(db, place, clock());
          ({ isAll } = found);
          place = found.reached;
          if (found.messages.length > 0) hear(found);
        }
        isCatchingUp = false;
        for (const heard of missed) tell(heard);
      } catch (error) {
        stop();
        throw error;
      }
      return stop;
    },
  };
}
