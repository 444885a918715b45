import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Env } from './env.ts';

/** Proxies and the portal itself end connections that are silent for longer. */
const heartbeatMs = 15_000;

/** One server-sent event; `data` is sent as JSON. */
export interface SentEvent {
  event: string;
  /** Where to go on from, as `Last-Event-ID` brings it back. */
  id: string;
  data: unknown;
}

interface Source {
  /** Begins to send; gives back how to stop. `end` ends the stream. */
  start: (send: (event: SentEvent) => void, end: () => void) => Promise<() => void>;
  /** Asked now and then: a stream goes on only as long as whoever reads it still may. */
  isStillWanted?: () => Promise<boolean>;
}

/** An answer that goes on: server-sent events until nobody reads them any more, or the process stops. */
export function eventStream<E extends Env>(c: Context<E>, { start, isStillWanted }: Source): Response {
  const { stopping } = c.get('services');
  c.header('X-Accel-Buffering', 'no');
  c.header('Content-Encoding', 'identity');
  return streamSSE(c, async (stream) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    let writing: Promise<unknown> = Promise.resolve();
    const write = (text: () => Promise<unknown>) => {
      writing = writing.then(text).catch(() => end());
    };
    const heartbeat = setInterval(() => {
      write(() => stream.write(': still here\n\n'));
      isStillWanted?.().then(
        (isWanted) => !isWanted && end(),
        () => end(),
      );
    }, heartbeatMs);
    const stop = () => end();
    stream.onAbort(stop);
    stopping.addEventListener('abort', stop, { once: true });
    if (stopping.aborted) end();
    let stopSource: (() => void) | undefined;
    try {
      stopSource = await start(({ event, id, data }) => {
        write(() => stream.writeSSE({ event, id, data: JSON.stringify(data) }));
      }, stop);
      await ended;
      await writing;
    } finally {
      stopping.removeEventListener('abort', stop);
      clearInterval(heartbeat);
      stopSource?.();
    }
  });
}

/** Counts who reads how many streams of one kind. */
export function createOpenStreams() {
  const openOf = new Map<string, number>();
  let all = 0;
  return {
    of: (whom: string) => openOf.get(whom) ?? 0,
    all: () => all,
    /** Counts one more, until what it gives back is called. */
    open(whom: string): () => void {
      all += 1;
      openOf.set(whom, (openOf.get(whom) ?? 0) + 1);
      return () => {
        all -= 1;
        const left = (openOf.get(whom) ?? 1) - 1;
        if (left > 0) openOf.set(whom, left);
        else openOf.delete(whom);
      };
    },
  };
}
