import { rm } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import { redactedError } from '../log/redacted-error.ts';
import { waitAfter } from '../outbox/backoff.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { handleMail } from './handle.ts';
import { nextDue, prolong, releaseAll, takeDue } from './leases.ts';
import { written } from './outcome.ts';
import { type ReceivedMailRow, receivedMails } from './tables.ts';

export interface MailInWorker {
  wake(): void;
  /** Resolves when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  /** Takes nothing more, and resolves when what is under way has ended. */
  close(): Promise<void>;
}

const atOnce = 4;
const shortestPauseMs = 50;
const longestPauseMs = 5000;
/** So many failures of the mail's own, and a person looks at it. */
const mostAttempts = 5;
const renewMs = 15_000;

/** Handles the mails that were taken in, one after the other, until it is told to stop. */
export function startMailIn(services: Services, { isAlone }: { isAlone: boolean }): MailInWorker {
  const { db, clock, log, random, mailIn } = services;
  const worker = random(9).toString('base64url');
  let isStopping = false;
  let isAsked = true;
  let takes = 0;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let isFirst = true;

  function wake(): void {
    isAsked = true;
    if (isStopping) return;
    looking ??= look().finally(() => {
      looking = null;
      if (isAsked) wake();
    });
  }

  /** Whether somebody asked since the last look. */
  function takesAsk(): boolean {
    const wasAsked = isAsked && !isStopping;
    isAsked = false;
    return wasAsked;
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    try {
      if (isFirst && isAlone) {
        await releaseAll(db);
        await rm(mailIn.files.partsFolder, { recursive: true, force: true });
      }
      isFirst = false;
      while (takesAsk()) isAsked = (await takeSome()) || isAsked;
    } catch (error) {
      log.error({ err: error }, 'mails that came in could not be looked at');
    }
    const next = (await nextDue(db).catch(() => null)) ?? Infinity;
    const pause = Math.max(shortestPauseMs, Math.min(longestPauseMs, next - clock()));
    if (!isStopping) timer = setTimeout(wake, pause).unref();
  }

  /** Gives back whether there was anything. */
  async function takeSome(): Promise<boolean> {
    takes += 1;
    const lease = `${worker}:${takes}`;
    const rows = await takeDue(db, lease, atOnce, clock());
    const renewal = setInterval(() => void prolong(db, lease, clock()).catch(() => undefined), renewMs).unref();
    try {
      for (const row of rows) await handleOne(row);
    } finally {
      clearInterval(renewal);
    }
    return rows.length > 0;
  }

  async function handleOne(row: ReceivedMailRow): Promise<void> {
    const about = { mail: row.id, attempts: row.attempts };
    // Each attempt was counted before it began: what ends the process every time ends up here.
    if (row.attempts > mostAttempts) return giveUp(row);
    try {
      const handled = await handleMail(services, row);
      await db.write(written(services, row, handled));
      if (handled.also || handled.conversationId) services.outbox.wake();
      log.info({ ...about, outcome: handled.outcome, reason: handled.reason }, 'mail handled');
    } catch (error) {
      const isOurs = error instanceof Problem && (error.slug === 'database-busy' || error.slug === 'storage-full');
      log[isOurs ? 'warn' : 'error']({ ...about, err: error }, 'mail not handled');
      if (!isOurs && row.attempts >= mostAttempts) return giveUp(row, error);
      const again = {
        dueAt: clock() + waitAfter(row.attempts, random),
        lease: null,
        leasedUntil: null,
        // No disk, no database: that is not the mail's.
        ...(isOurs ? { attempts: sql`${receivedMails.attempts} - 1` } : {}),
      };
      await db
        .write([db.read.update(receivedMails).set(again).where(eq(receivedMails.id, row.id))])
        .catch(() => undefined);
    }
  }

  async function giveUp(row: ReceivedMailRow, error?: unknown): Promise<void> {
    log.error({ mail: row.id, ...(error ? { said: redactedError(error).type } : {}) }, 'mail put aside');
    await db.write(written(services, row, { outcome: 'quarantined', reason: 'failed' })).catch(() => undefined);
  }

  wake();
  return {
    wake,
    async idle() {
      for (let pending = looking; pending; pending = looking) await pending;
    },
    async close() {
      isStopping = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
