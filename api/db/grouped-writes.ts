import { channel } from 'node:diagnostics_channel';
import type { BatchResult } from './batches.ts';
import { compiled, type CompiledStatement, type Statement } from './statements.ts';

/** What came of one statement of a write. */
export interface WriteResult {
  /** Rows inserted, updated or deleted: 0 says that a guard did not hold. */
  changes: number;
  /** What a statement with `returning` gave back, column by column. */
  returned?: unknown[][];
}

/** How a database takes what waits to be written. */
export interface Committing {
  /** One transaction. Rejects when nothing of it is stored, or when it can't be known. */
  commit: (statements: CompiledStatement[]) => Promise<readonly BatchResult[]>;
  /** Whether a failed transaction may have been stored after all: then none of it is tried again. */
  mayBeStored: (error: unknown) => boolean;
  /** What the one who asked for a write is told. */
  asProblem: (error: unknown) => unknown;
}

/** A commit that is on disk: how many writes shared it, and how long it took; published on `madeCommits`. */
export interface MadeCommit {
  writes: number;
  ms: number;
}

/** Where commits are counted. */
export const madeCommits = channel('madoguchi:made-commit');

interface WaitingWrite {
  statements: CompiledStatement[];
  resolve: (results: WriteResult[]) => void;
  reject: (reason: unknown) => void;
}

const mostStatementsInGroup = 1000;

/**
 * Lets writes that wait in the same turn of the event loop share a transaction. `write` resolves when its transaction is
 * on disk; `drained` when none is under way.
 */
export function groupWrites({ commit, mayBeStored, asProblem }: Committing) {
  const waiting: WaitingWrite[] = [];
  let draining: Promise<void> | null = null;

  async function drain() {
    // One turn of the event loop later: whatever was asked in this turn shares a commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commitGroup(nextGroup());
    draining = null;
  }

  function nextGroup(): WaitingWrite[] {
    let count = 0;
    let size = 0;
    for (const { statements } of waiting) {
      size += statements.length;
      if (count > 0 && size > mostStatementsInGroup) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  async function commitGroup(group: readonly WaitingWrite[]): Promise<void> {
    const started = performance.now();
    try {
      const results = await commit(group.flatMap(({ statements }) => statements));
      const made: MadeCommit = { writes: group.length, ms: performance.now() - started };
      if (madeCommits.hasSubscribers) madeCommits.publish(made);
      let from = 0;
      for (const { statements, resolve } of group) {
        resolve(results.slice(from, from + statements.length).map(toResult));
        from += statements.length;
      }
    } catch (error) {
      const [only, ...others] = group;
      if ((only && others.length === 0) || mayBeStored(error)) {
        for (const { reject } of group) reject(asProblem(error));
        return;
      }
      // One bad write must not fail its neighbours: each gets a transaction of its own.
      for (const write of group) await commitGroup([write]);
    }
  }

  return {
    write: (statements: readonly Statement[]): Promise<WriteResult[]> =>
      new Promise((resolve, reject) => {
        waiting.push({ statements: statements.map(compiled), resolve, reject });
        draining ??= drain();
      }),
    drained: async (): Promise<void> => {
      await draining;
    },
  };
}

function toResult({ rowsAffected, rows }: BatchResult): WriteResult {
  if (rows.length === 0) return { changes: rowsAffected };
  // A write with `returning` gives back a row for each that it changed; not every database says how many besides.
  return { changes: rows.length, returned: rows.map((row) => Array.from(row)) };
}
