import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { freeSource, holdSource, letGo, noteConnection } from './bookmark.ts';
import { imapClient, imapFailure } from './connect.ts';
import { fetchNew } from './fetch.ts';
import type { ImapSettings } from './settings.ts';

export interface ImapSource {
  /** Ends the connection, and resolves when a mail that is just being taken is on disk or left for the next time. */
  close(): Promise<void>;
}

/** Looked at anew even when the server says nothing. */
const lookMs = 60_000;
const holdMs = 15_000;
const firstWaitMs = 1000;
const longestWaitMs = 5 * 60_000;

/**
 * Reads a mailbox for as long as the portal runs: told by the server what is new (IDLE), by one process at a time, and
 * again after every break.
 */
export function startImap(services: Services, settings: ImapSettings, { isAlone }: { isAlone: boolean }): ImapSource {
  const { log, random } = services;
  const source = sourceIdOf(settings);
  const lease = random(9).toString('base64url');
  const stopping = new AbortController();
  const until = stopping.signal;
  let client: ImapFlow | null = null;

  async function run(): Promise<void> {
    if (isAlone) await freeSource(services, source).catch(() => undefined);
    let failures = 0;
    while (!until.aborted) {
      try {
        if (await holdSource(services, source, lease)) {
          await read(() => {
            failures = 0;
          });
        } else await rest(holdMs);
      } catch (error) {
        failures += 1;
        if (until.aborted) break;
        const said = error instanceof Problem ? error.message : imapFailure(error);
        // The first time, and then now and again.
        if (failures === 1 || failures % 10 === 0) log.warn({ said, failures }, 'mails are not being fetched');
        await noteConnection(services, source, said).catch(() => undefined);
        await rest(Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 12)));
      }
    }
    await letGo(services, source, lease).catch(() => undefined);
  }

  /** One connection, until it breaks or another process has the mailbox. */
  async function read(connected: () => void): Promise<void> {
    const ours = imapClient(settings);
    client = ours;
    const renewal = setInterval(() => {
      holdSource(services, source, lease).then(
        (isHeld) => !isHeld && ours.close(),
        () => undefined,
      );
    }, holdMs).unref();
    try {
      await ours.connect();
      if (settings.movedTo !== null) await ours.mailboxCreate(settings.movedTo).catch(() => undefined);
      await ours.mailboxOpen(settings.mailbox);
      await noteConnection(services, source, null);
      log.info('mails are being fetched');
      while (ours.usable && !until.aborted) {
        const news = newsOf(ours);
        await fetchNew(services, ours, source, settings.movedTo);
        connected();
        await news.wait();
      }
      if (!until.aborted) throw Object.assign(new Error('the connection ended'), { code: 'ended' });
    } finally {
      clearInterval(renewal);
      client = null;
      ours.close();
    }
  }

  /** Listens from now on, so that nothing that comes while the others are fetched is missed. */
  function newsOf(ours: ImapFlow): { wait(): Promise<void> } {
    const ended = new AbortController();
    const signal = AbortSignal.any([until, ended.signal]);
    const any = Promise.race(
      [
        once(ours, 'exists', { signal }),
        once(ours, 'close', { signal }),
        pause(lookMs, null, { signal, ref: false }),
      ].map((news) => news.catch(() => undefined)),
    );
    return {
      async wait() {
        await any;
        ended.abort();
      },
    };
  }

  async function rest(ms: number): Promise<void> {
    await pause(ms, null, { signal: until, ref: false }).catch(() => undefined);
  }

  const running = run();
  return {
    async close() {
      stopping.abort();
      client?.close();
      await running;
    },
  };
}

/** A mailbox by what names it, without saying so. */
export function sourceIdOf({ host, port, user, mailbox }: ImapSettings): string {
  return createHash('sha256')
    .update(JSON.stringify([host, port, user, mailbox]))
    .digest('hex')
    .slice(0, 32);
}
