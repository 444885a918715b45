import { type ChildProcess, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedMail } from './parsed-mail.ts';
import { mailLimits } from './parsed-mail.ts';
import { usageOf } from './process-usage.ts';

export type MailRead =
  { ok: true; mail: ParsedMail } | { ok: false; reason: 'too-large' | 'too-slow' | 'too-much-memory' | 'broken' };

/** Reads mails one after the other in a process of its own, which is kept warm. */
export interface MailReader {
  /**
   * What the mail in the file says. Its attachments are written into `folder`, which is there, is empty, and remains the
   * caller's to take away, also after a failure. Never rejects.
   */
  read(path: string, folder: string): Promise<MailRead>;
  /** The most memory that any of its processes has had, in bytes. */
  peakBytes(): number;
  /** Ends the process; what is under way is answered with `broken`. */
  close(): Promise<void>;
}

interface Options {
  ownHosts?: readonly string[];
  /** Of a raw mail. */
  mostBytes?: number;
  /**
   * How long a mail may take, in milliseconds of the processor: a busy machine is nobody's fault. Where the system does
   * not tell (other than Linux), and five times as long, by the clock. And how much memory its process may have, in bytes.
   */
  mostMs?: number;
  mostMemoryBytes?: number;
  /** After so many mails, the process is replaced. */
  mailsPerProcess?: number;
  /** The script that reads. */
  script?: string;
}

interface Running {
  child: ChildProcess;
  isReady: Promise<boolean>;
  hasEnded: Promise<void>;
  mails: number;
}

interface Answer {
  mail?: ParsedMail;
  peakBytes: number;
}

const lookMs = 20;
const startMs = 30_000;
const heapMegabytes = 160;

export function createMailReader(options: Options = {}): MailReader {
  const { ownHosts = [], mostBytes = mailLimits.rawBytes, mostMs = 2_000, mailsPerProcess = 1_000 } = options;
  const { mostMemoryBytes = 300_000_000, script = join(import.meta.dirname, 'parse-process.ts') } = options;
  let running: Running | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let peak = 0;
  let isClosed = false;

  async function readNext(path: string, folder: string): Promise<MailRead> {
    const size = await stat(path).then(
      ({ size }) => size,
      () => null,
    );
    if (size === null || isClosed) return { ok: false, reason: 'broken' };
    if (size > mostBytes) return { ok: false, reason: 'too-large' };
    running ??= started(script);
    const { child } = running;
    if (!(await running.isReady)) return failed('broken');
    running.mails += 1;
    const answer = await answerOf(child, { path, folder, ownHosts, mostBytes });
    if (typeof answer === 'string') return failed(answer);
    peak = Math.max(peak, answer.peakBytes);
    if (!answer.mail) return failed('broken');
    if (running.mails >= mailsPerProcess) await end();
    return { ok: true, mail: answer.mail };
  }

  async function failed(reason: 'too-slow' | 'too-much-memory' | 'broken'): Promise<MailRead> {
    await end();
    return { ok: false, reason };
  }

  async function end(): Promise<void> {
    const ending = running;
    running = null;
    ending?.child.ref();
    ending?.child.kill('SIGKILL');
    await ending?.hasEnded;
  }

  /** What the process answers, or why it does not. */
  function answerOf(child: ChildProcess, asked: object): Promise<Answer | 'too-slow' | 'too-much-memory' | 'broken'> {
    const { promise, resolve } = Promise.withResolvers<Answer | 'too-slow' | 'too-much-memory' | 'broken'>();
    const onExit = (_code: number | null, signal: string | null) =>
      // V8 ends a process this way when its heap is full.
      resolve(signal === 'SIGABRT' || signal === 'SIGTRAP' ? 'too-much-memory' : 'broken');
    const onMessage = (answer: unknown) => resolve(answer as Answer);
    child.once('message', onMessage).once('exit', onExit);
    const began = performance.now();
    const before = usageOf(child.pid);
    const look = async () => {
      const [first, now] = [await before, await usageOf(child.pid)];
      peak = Math.max(peak, now?.bytes ?? 0);
      const passedMs = performance.now() - began;
      const workedMs = first && now ? now.cpuMs - first.cpuMs : passedMs;
      if ((now?.bytes ?? 0) > mostMemoryBytes) resolve('too-much-memory');
      else if (workedMs > mostMs || passedMs > 5 * mostMs) resolve('too-slow');
    };
    const watch = setInterval(() => void look(), lookMs);
    child.send(asked, (error) => error && resolve('broken'));
    return promise.finally(() => {
      clearInterval(watch);
      child.off('message', onMessage).off('exit', onExit);
    });
  }

  return {
    read(path, folder) {
      const answer = queue.then(() => readNext(path, folder)).catch(() => failed('broken'));
      queue = answer;
      return answer;
    },
    peakBytes: () => peak,
    async close() {
      isClosed = true;
      await end();
      await queue;
      await end();
    },
  };
}

function started(script: string): Running {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Nothing of the portal's settings and secrets.
    env: {},
  });
  const isReady = Promise.withResolvers<boolean>();
  const hasEnded = Promise.withResolvers<void>();
  const clock = setTimeout(() => child.kill('SIGKILL'), startMs);
  child.once('message', () => isReady.resolve(true));
  for (const event of ['exit', 'error'])
    child.once(event, () => {
      isReady.resolve(false);
      hasEnded.resolve();
    });
  void isReady.promise.then(() => clearTimeout(clock));
  // An idle process keeps no portal from ending.
  child.unref();
  child.channel?.unref();
  return { child, isReady: isReady.promise, hasEnded: hasEnded.promise, mails: 0 };
}
