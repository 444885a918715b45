import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dev } from 'astro';
import { buildIfChanged } from '../build/build-if-changed.ts';
import { snapshotOf } from '../build/snapshot.ts';
import { checkContent } from '../content-check/check.ts';
import { printed } from '../content-check/finding.ts';
import { noWorker } from './no-worker.ts';
import { searchIndexOf } from './search-index.ts';

/*
 * Pages, components and API on one address, each reloading as it changes: Astro's development server in front, the API
 * behind it in a process that restarts itself. Findings in content/ are printed, and stop nothing.
 */

const root = join(import.meta.dirname, '../..');
const distDir = join(root, 'dist');
const port = Number(process.env['PORT'] ?? 4321);
const address = `http://localhost:${port}`;
const settleMs = 200;

await writeSnapshot();
await buildIfChanged({ root, distDir, say }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  say('Search shows the last whole build, if there is one.');
});

const apiPort = await freePort();
const api = { target: `http://127.0.0.1:${apiPort}` };
const server = await dev({
  root,
  logLevel: 'warn',
  // Otherwise addresses without a closing slash, such as the API's, never reach the proxy.
  trailingSlash: 'ignore',
  server: { port, host: process.env['HOST'] ?? '127.0.0.1' },
  vite: {
    plugins: [searchIndexOf(distDir), noWorker()],
    server: {
      strictPort: true,
      proxy: {
        '/api/': api,
        '/healthz': api,
        '/readyz': api,
        '^/(ja|en)/requests/(?!shell/)': api,
        '^/notices/': api,
        '^/(ja|en)/notices/(?!\\?shell)': api,
      },
    },
  },
});

const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', join(root, 'api/server.ts')], {
  stdio: 'inherit',
  env: { ...process.env, PORT: String(apiPort), PUBLIC_URL: address, DEV_SITE_URL: address },
});
child.on('exit', (code) => void server.stop().then(() => process.exit(code ?? 0)));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'));

let settling: NodeJS.Timeout | undefined;
watch(join(root, 'content'), { recursive: true }, () => {
  clearTimeout(settling);
  settling = setTimeout(() => void writeSnapshot(), settleMs);
});

async function writeSnapshot(): Promise<void> {
  const content = await checkContent(root);
  const { portal, findings } = content;
  if (findings.length > 0) console.error(`\n${printed(findings)}\n`);
  if (!portal) return;
  const snapshot = snapshotOf(portal, content, Date.now());
  await mkdir(join(distDir, 'dev'), { recursive: true });
  await writeFile(join(distDir, 'dev/portal.json'), JSON.stringify(snapshot));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const found = probe.address();
  probe.close();
  return typeof found === 'object' && found ? found.port : port + 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
