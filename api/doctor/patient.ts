import { statfs } from 'node:fs/promises';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';

/** What the doctor looks at. Everything outside the process comes in here. */
export interface Patient {
  /** The settings of the portal, if it runs; the environment is asked by nobody else. */
  config: Config;
  db: Database;
  /** Milliseconds since the epoch. */
  clock: () => number;
  /** Milliseconds that the wall clock has moved against a clock that nobody sets, since the process began. */
  clockMovedMs: () => number;
  nodeVersion: string;
  space: (folder: string) => Promise<Space>;
  /** Whether this is the process of a portal, rather than the doctor's own. */
  isRunning: boolean;
}

export interface Space {
  freeBytes: number;
  wholeBytes: number;
}

/** A patient on this machine. */
export function patientHere(config: Config, db: Database, isRunning: boolean): Patient {
  const movedAtStart = Date.now() - performance.now();
  return {
    config,
    db,
    clock: Date.now,
    clockMovedMs: () => Date.now() - performance.now() - movedAtStart,
    nodeVersion: process.versions.node,
    async space(folder) {
      const { bavail, blocks, bsize } = await statfs(folder);
      return { freeBytes: bavail * bsize, wholeBytes: blocks * bsize };
    },
    isRunning,
  };
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(bytes < 10 * 1024 ** 2 ? 1 : 0)} MB`;
}
