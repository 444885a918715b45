import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runOnlyIf } from './not-run.ts';

/** Programs of the system that some tests need, and the Debian package of each. */
const tools = {
  caddy: 'caddy',
  'systemd-analyze': 'systemd',
  dovecot: 'dovecot-imapd',
  'dovecot-lmtp': 'dovecot-lmtpd',
} as const;

export type Tool = keyof typeof tools;

/**
 * Installs what is missing, as root on Debian. Elsewhere tests that need it are not run, and reported with `withTool`'s reason.
 */
export function prepareTools(say: (line: string) => void): void {
  for (const [tool, debianPackage] of Object.entries(tools) as [Tool, string][]) {
    if (hasTool(tool)) continue;
    if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
      say(`Installing Debian’s ${debianPackage} …`);
      const args = ['install', '-y', '-qq', '--no-install-recommends', debianPackage];
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
    }
  }
}

function hasTool(tool: Tool): boolean {
  // It lies beside the other, and says nothing of itself.
  if (tool === 'dovecot-lmtp') return existsSync('/usr/lib/dovecot/lmtp');
  const args = [tool === 'caddy' ? 'version' : '--version'];
  // Servers stand where ordinary users do not look for programs.
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
  return spawnSync(tool, args, { stdio: 'ignore', env }).status === 0;
}

/** Options of tests that need tools. */
export function withTool(...needed: Tool[]): ReturnType<typeof runOnlyIf> {
  const missing = needed.filter((tool) => !hasTool(tool));
  const packages = missing.map((tool) => tools[tool]).join(' ');
  return runOnlyIf(missing.length === 0, `${missing.join(', ')} not installed (apt-get install ${packages})`);
}
