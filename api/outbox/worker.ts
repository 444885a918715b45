import type { MailSender } from '../mail/smtp-settings.ts';
import type { MailTransport } from '../mail/transport.ts';
import type { Services } from '../services.ts';
import { attempt, type OutboxWay } from './attempt.ts';
import { leaseMs, nextDue, type OutboxRow, prolong, releaseAll, takeDue } from './leases.ts';
import { mailWay } from './mail-way.ts';

/** The outbox, as those see it who put something in. */
export interface Outbox {
  /** Whether there is a mail server; without one, what is queued waits. */
  isSending: boolean;
  /** Says that something was queued, so that it goes out now rather than within seconds. */
  wake(): void;
}

export interface OutboxWorker {
  wake(): void;
  /** Resolves when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  /** Takes nothing more, and resolves when what is under way has ended, by force after `graceMs` milliseconds. */
  close(graceMs: number): Promise<void>;
}

interface WorkerNeeds {
  transport: MailTransport;
  sender: MailSender;
  /** No other process has this database: what was being sent when the last one ended is free. */
  isAlone: boolean;
}

const shortestPauseMs = 50;
const longestPauseMs = 5000;
/** How long nothing is tried when the server does not answer; doubled each time. */
const outage = { firstMs: 5000, longestMs: 5 * 60_000 };
const writeTries = 6;

/** Sends mails out of the outbox, a few at a time, until it is told to stop. */
export function startOutbox(services: Services, { transport, sender, isAlone }: WorkerNeeds): OutboxWorker {
  return startSending(services, mailWay(services, { transport, sender }), isAlone);
}

/** Sends what leaves by one way, a few at a time, until it is told to stop. */
export function startSending(services: Services, way: OutboxWay, isAlone: boolean): OutboxWorker {
  const { db, clock, log, random } = services;
  const { channel, mostAtOnce } = way;
  const worker = random(9).toString('base64url');
  /** What is being sent, by its lease. */
  const underWay = new Map<Promise<void>, string>();
  let takes = 0;
  let outages = 0;
  let closedUntil = 0;
  let isStopping = false;
  let isAsked = false;
  let looking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let first: Promise<void> | null = isAlone ? releaseAll(db, clock(), channel).catch(() => undefined) : null;

  function wake(): void {
    isAsked = true;
    looking ??= look().finally(() => {
      looking = null;
      // Asked while it was ending.
      if (isAsked && !isStopping) wake();
    });
  }

  function pendingNow(): Promise<void>[] {
    return [...(looking ? [looking] : []), ...underWay.keys()];
  }

  /** Whether somebody asked since the last look. */
  function takesAsk(): boolean {
    const wasAsked = isAsked && !isStopping;
    isAsked = false;
    return wasAsked;
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    let pause = longestPauseMs;
    try {
      await first;
      first = null;
      while (takesAsk()) pause = await fill();
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be read');
    }
    if (!isStopping) timer = setTimeout(wake, pause).unref();
  }

  /** Takes as many as there is room for; gives back how long nothing is to be done unless something ends. */
  async function fill(): Promise<number> {
    const now = clock();
    const room = mostAtOnce - underWay.size;
    // After an outage one goes ahead.
    const most = now < closedUntil ? 0 : outages > 0 ? Math.min(room, 1 - Math.min(underWay.size, 1)) : room;
    if (most > 0) {
      takes += 1;
      const lease = `${worker}:${takes}`;
      for (const row of await takeDue(db, lease, most, now, channel)) {
        const sending = send(row).finally(() => {
          underWay.delete(sending);
          wake();
        });
        underWay.set(sending, lease);
      }
    }
    // With all hands full, whatever ends looks again.
    if (underWay.size >= mostAtOnce) return longestPauseMs;
    const next = (await nextDue(db, clock(), channel)) ?? Infinity;
    return Math.max(shortestPauseMs, Math.min(longestPauseMs, Math.max(next, closedUntil) - clock()));
  }

  async function send(row: OutboxRow): Promise<void> {
    const { statement, isServerDown } = await attempt(row, services, way);
    outages = isServerDown ? outages + 1 : 0;
    closedUntil = isServerDown ? clock() + Math.min(outage.longestMs, outage.firstMs * 2 ** (outages - 1)) : 0;
    await writeDown(statement, row.id);
  }

  /** What was sent and is not written down would be sent again. */
  async function writeDown(statement: Parameters<typeof db.write>[0][number], id: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await db.write([statement]);
        return;
      } catch (error) {
        log.error({ [channel]: id, err: error }, `what came of a ${channel} could not be written down`);
        if (tries >= writeTries || isStopping) return;
        await new Promise((resolve) => setTimeout(resolve, 1000 * tries));
      }
    }
  }

  const renewal = setInterval(() => {
    if (underWay.size === 0) return;
    prolong(db, [...new Set(underWay.values())], clock()).catch((error: unknown) =>
      log.error({ err: error }, `leases of a ${channel} could not be prolonged`),
    );
  }, leaseMs / 4).unref();

  wake();
  return {
    wake,
    async idle() {
      for (let pending = pendingNow(); pending.length > 0; pending = pendingNow()) await Promise.all(pending);
    },
    async close(graceMs) {
      isStopping = true;
      clearTimeout(timer);
      await looking;
      const forced = setTimeout(() => way.close(true), graceMs);
      await Promise.all(underWay.keys());
      clearTimeout(forced);
      clearInterval(renewal);
      way.close();
    },
  };
}
