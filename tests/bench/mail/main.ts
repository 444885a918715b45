import { rm } from 'node:fs/promises';
import { letOut } from '../../api/support/kill-while-sending.ts';
import { startPortal } from '../../support/portal-process.ts';
import { startSmtp } from '../../support/smtp.ts';

/*
 * Mail under load, printed line by line: what arrives of 1,000 mails while the portal is killed again and again, and how
 * long a ticket takes while the mail server is quick, slow or silent. `-- --mails=1000 --kills=10 --tickets=300`
 */

const given = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')));
const mails = Number(given['mails'] ?? 1000);
const kills = Number(given['kills'] ?? 10);
const tickets = Number(given['tickets'] ?? 300);

const result = await letOut(mails, kills);
const arrived = new Set(result.mails.map(({ to }) => to[0])).size;
say(
  `${mails} mails through ${result.kills} kills: ${arrived} arrived, ${result.again} twice under the same Message-ID`,
);

const servers = { none: null, quick: 0, 'answers after 2 s': 2000, silent: Infinity };
for (const [server, wait] of Object.entries(servers)) {
  const times = await ticketTimes(wait);
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
  say(`${times.length} tickets, mail server ${server}: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`);
}
if (arrived !== mails || result.again > result.kills * 4) process.exitCode = 1;

/** How long tickets took, sorted; the mail server answers after `wait` milliseconds. */
async function ticketTimes(wait: number | null): Promise<number[]> {
  const smtp =
    wait === null
      ? null
      : await startSmtp({ onMailFrom: (_, __, done) => void (wait < Infinity && setTimeout(() => done(), wait)) });
  const portal = await startPortal({ env: smtp ? { SMTP_URL: smtp.url } : {} });
  const times: number[] = [];
  for (let index = 0; index < tickets + 20; index += 1) {
    const started = performance.now();
    const answer = await fetch(`${portal.url}/api/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `reader-${index}@example.jp`, subject: 'x', message: 'y', language: 'ja' }),
    });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    // The first ones warm up.
    if (index >= 20) times.push(performance.now() - started);
  }
  await portal.stop('SIGKILL');
  await smtp?.close();
  await rm(portal.dataDir, { recursive: true, force: true });
  return times.sort((one, other) => one - other);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
