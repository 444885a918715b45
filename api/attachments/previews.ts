import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, lt } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import { fileTables } from './file-tables.ts';
import type { Uploads } from './uploads.ts';

/** Draws safe pictures of what came, one after the other, each in a process of its own. */
export interface Previews {
  /**
   * Begins to draw what waits of these, and resolves when that is done, or after a few seconds: whoever sent a photo
   * then sees it, and nobody waits for one that cannot be read.
   */
  make(ids: readonly string[]): Promise<void>;
  /** Draws what was left when a portal ended in the middle of it. */
  makeLeftOver(now: number): Promise<void>;
  /** Ends what is under way; it stays waiting. */
  close(): Promise<void>;
}

interface Options {
  db: Database;
  uploads: Uploads;
  log: Logger;
  /** How long a picture may take, in milliseconds, and how much memory, in bytes. */
  mostMs?: number;
  mostMemoryBytes?: number;
  /** The script that draws. */
  script?: string;
}

const patienceMs = 4_000;
const leftOverAfterMs = 5 * 60_000;
const lookMs = 100;
const pageBytes = 4096;

export function createPreviews(options: Options): Previews {
  const { db, uploads, log } = options;
  const stopping = new AbortController();
  let queue: Promise<void> = Promise.resolve();

  async function makeOne(id: string): Promise<void> {
    for (const table of fileTables) await makeOneOf(table, id);
  }

  async function makeOneOf(table: (typeof fileTables)[number], id: string): Promise<void> {
    if (stopping.signal.aborted) return;
    const isWaiting = and(eq(table.id, id), eq(table.preview, 'waiting'));
    const [row] = await db.read.select({ type: table.type }).from(table).where(isWaiting);
    if (!row) return;
    const size = await drawn(options, row.type, uploads.pathOf(id), uploads.previewPathOf(id), stopping.signal);
    if (stopping.signal.aborted) return;
    if (!size) log.info({ attachment: id, type: row.type }, 'a picture could not be drawn: it stays an attachment');
    const result = size ? { preview: 'ready' as const, ...size } : { preview: 'none' as const };
    await db.write([db.read.update(table).set(result).where(isWaiting)]);
  }

  function enqueue(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      queue = queue
        .then(() => makeOne(id))
        .catch((error: unknown) => log.error({ attachment: id, err: error }, 'a preview failed'));
    }
    return queue;
  }

  return {
    async make(ids) {
      if (ids.length === 0) return;
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
      await Promise.race([enqueue(ids), patience]);
    },
    async makeLeftOver(now) {
      for (const table of fileTables) {
        const rows = await db.read
          .select({ id: table.id })
          .from(table)
          .where(and(eq(table.preview, 'waiting'), lt(table.createdAt, now - leftOverAfterMs)))
          .limit(100);
        await enqueue(rows.map(({ id }) => id));
      }
    },
    async close() {
      stopping.abort();
      await queue;
    },
  };
}

/** The size of the picture that was drawn; `null` when it could not be, for whatever reason. */
async function drawn(
  {
    mostMs = 20_000,
    mostMemoryBytes = 1_000_000_000,
    script = join(import.meta.dirname, 'preview-process.ts'),
  }: Options,
  type: string,
  from: string,
  to: string,
  until: AbortSignal,
): Promise<{ width: number; height: number } | null> {
  const child = spawn(process.execPath, ['--max-old-space-size=256', script, type, from, to], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // Nothing of the portal's settings and secrets.
    env: {},
    timeout: mostMs,
    killSignal: 'SIGKILL',
    signal: until,
  });
  const watch = setInterval(() => void endIfLarge(child, mostMemoryBytes), lookMs);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString().slice(0, 200);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  clearInterval(watch);
  if (code !== 0) return null;
  try {
    const { width, height } = JSON.parse(said) as { width: number; height: number };
    return Number.isInteger(width) && Number.isInteger(height) ? { width, height } : null;
  } catch {
    return null;
  }
}

/** Native memory is beyond Node's own limits: it is looked at from outside, where the system tells (Linux). */
async function endIfLarge(child: ReturnType<typeof spawn>, mostBytes: number): Promise<void> {
  const statm = await readFile(`/proc/${child.pid}/statm`, 'latin1').catch(() => '');
  if (Number(statm.split(' ')[1]) * pageBytes > mostBytes) child.kill('SIGKILL');
}
