import type { Context } from 'hono';
import type { Database } from '../db/database.ts';
import type { Env } from '../http/env.ts';
import type { Services } from '../services.ts';
import { threadAt, type ThreadRow } from './find-thread.ts';

/** Every table that is read for what everybody sees of the forum; a test holds it against what is asked. */
export const shownTables = [
  'accounts',
  'forum_members',
  'forum_pictures',
  'forum_posts',
  'forum_revisions',
  'forum_threads',
] as const;

/** As many characters are kept, in all: some 30 MB at most. */
const mostCharacters = 16_000_000;
const lengthOfRow = 1000;

interface Answer {
  around: string;
  made: Promise<unknown>;
  characters: number;
}

interface Kept {
  changes: number;
  portal: unknown;
  /** Those that were asked for last are last. */
  answers: Map<string, Answer>;
  characters: number;
}

const keptOf = new WeakMap<Database, Kept>();

/**
 * What `make` makes of a request that is the same for everybody who is not signed in, or for all, kept until anything of the forum is written: whoever
 * asks after a write gets one that was begun after it, and who asks at once for the same shares one. `name` tells apart what
 * one address needs; `around` is what it depends on besides, the shell of a page. What went wrong is not kept, and nothing
 * is where other processes write, too.
 */
export async function keptForAll<T>(
  c: Context<Env>,
  { name = '', around = '', length }: { name?: string; around?: string | null; length: (made: T) => number },
  make: () => Promise<T>,
): Promise<T> {
  const kept = keptNow(c.get('services'));
  if (!kept || around === null) return make();
  const { pathname, search } = new URL(c.req.url);
  const key = `${name} ${c.get('language')} ${pathname}${search}`;
  const known = kept.answers.get(key);
  if (known) forget(kept, key, known);
  const answer = known?.around === around ? known : { around, made: make(), characters: 0 };
  remember(kept, key, answer);
  if (answer === known) return answer.made as Promise<T>;
  try {
    const made = (await answer.made) as T;
    if (kept.answers.get(key) === answer) {
      forget(kept, key, answer);
      remember(kept, key, { ...answer, characters: length(made) });
    }
    return made;
  } catch (error) {
    if (kept.answers.get(key) === answer) forget(kept, key, answer);
    throw error;
  }
}

/** What is kept of the forum as it is at this moment. */
function keptNow({ db, portal }: Services): Kept | null {
  if (!db.changes) return null;
  const now = { changes: db.changes.of(shownTables), portal: portal() };
  const kept = keptOf.get(db);
  if (kept?.changes === now.changes && kept.portal === now.portal) return kept;
  const empty = { ...now, answers: new Map<string, Answer>(), characters: 0 };
  keptOf.set(db, empty);
  return empty;
}

function remember(kept: Kept, key: string, answer: Answer): void {
  kept.answers.set(key, answer);
  kept.characters += answer.characters;
  for (const [oldest, each] of kept.answers) {
    if (kept.characters <= mostCharacters) break;
    forget(kept, oldest, each);
  }
}

function forget(kept: Kept, key: string, { characters }: Answer): void {
  kept.answers.delete(key);
  kept.characters -= characters;
}

/** The thread that an address asks for, as everybody sees it. Throws `not-found`. */
export function threadForAll(c: Context<Env>, number: number): Promise<ThreadRow> {
  const kept = { name: 'row', length: () => lengthOfRow };
  return keptForAll(c, kept, () => threadAt(c.get('services'), number, null));
}
