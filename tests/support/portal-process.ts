import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A portal as `npm start` runs it, in a process of its own. */
export interface PortalProcess {
  url: string;
  port: number;
  dataDir: string;
  pid: number;
  /** The one-time link, when this start printed one. */
  setupUrl: string | null;
  /** Everything it has printed. */
  output(): string;
  /** Sends a signal and waits for the end; gives back the exit code, `null` after a kill. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface StartOptions {
  dataDir?: string;
  port?: number;
  /** Another copy of the project. */
  folder?: string;
  env?: Record<string, string>;
}

/** Starts a portal and waits until it is ready. Rejects with what it printed when it stops before. */
export async function startPortal(options: StartOptions = {}): Promise<PortalProcess> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'madoguchi-data-')));
  const port = options.port ?? (await freePort());
  const { child, output } = spawnPortal({ ...options, dataDir, port });
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (output().includes('Madoguchi is ready')) setImmediate(resolve);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`The portal stopped with ${String(code)}:\n${output()}`)));
  });
  const url = `http://localhost:${port}`;
  return {
    url,
    port,
    dataDir,
    pid: child.pid ?? 0,
    setupUrl: /http\S+#setup=\S+/.exec(output())?.[0] ?? null,
    output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}

/** Starts a portal that is expected to give up, and waits for that. */
export async function failToStart(
  options: StartOptions,
): Promise<{ code: number | null; output: string; seconds: number }> {
  const started = performance.now();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'madoguchi-data-')));
  const { child, output } = spawnPortal({ port: await freePort(), ...options, dataDir });
  await once(child, 'exit');
  return { code: child.exitCode, output: output(), seconds: (performance.now() - started) / 1000 };
}

function spawnPortal({ dataDir, port, folder = root, env }: StartOptions): {
  child: ChildProcess;
  output: () => string;
} {
  const child = spawn(process.execPath, [join(folder, 'api/server.ts')], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      RATE_LIMIT_FACTOR: '1000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return { child, output: () => text };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No free port');
  return address.port;
}
