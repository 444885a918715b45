import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runOnlyIf } from './not-run.ts';

/** Programs of the system that some tests need, and the Debian package of each. */
const tools = { caddy: 'caddy', 'systemd-analyze': 'systemd' } as const;

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
  return spawnSync(tool, [tool === 'caddy' ? 'version' : '--version'], { stdio: 'ignore' }).status === 0;
}

/** Options of tests that need a tool. */
export function withTool(tool: Tool): ReturnType<typeof runOnlyIf> {
  return runOnlyIf(hasTool(tool), `${tool} is not installed (apt-get install ${tools[tool]})`);
}
