import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs of the system that some tests need, and the Debian package of each. */
const tools = { caddy: 'caddy', 'systemd-analyze': 'systemd' } as const;

export type Tool = keyof typeof tools;

/**
 * Installs what is missing, as root on Debian. Elsewhere says which tests are not run: they are reported as skipped, and
 * `hasTool` tells them.
 */
export function prepareTools(say: (line: string) => void): void {
  for (const [tool, debianPackage] of Object.entries(tools) as [Tool, string][]) {
    if (hasTool(tool)) continue;
    if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
      say(`Installing Debian’s ${debianPackage} …`);
      const args = ['install', '-y', '-qq', '--no-install-recommends', debianPackage];
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
    }
    if (!hasTool(tool))
      say(`NOT RUN: tests that need ${tool}, which is not installed (apt-get install ${debianPackage}).`);
  }
}

export function hasTool(tool: Tool): boolean {
  return spawnSync(tool, [tool === 'caddy' ? 'version' : '--version'], { stdio: 'ignore' }).status === 0;
}
