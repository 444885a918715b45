import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumByHand, chromiumPath } from '../../site/chromium/path.ts';
import { browserLaunch } from './browser.ts';

/**
 * Makes sure that a browser starts: one that is there, else Playwright's own, else, as root on Debian, the system's
 * package. Throws with what to do by hand when nothing works.
 */
export async function prepareBrowser(say: (line: string) => void): Promise<void> {
  if (await starts()) return;
  const attempts: { does: string; run: () => boolean }[] = [
    { does: 'Installing Playwright’s Chromium', run: () => run('npx', ['playwright', 'install', 'chromium']) },
    { does: 'Installing Debian’s chromium and fonts-noto-cjk', run: installFromDebian },
  ];
  for (const { does, run: attempt } of attempts) {
    say(`${does} …`);
    if (attempt() && (await starts())) return;
  }
  throw new Error(`No browser to test with. Install one:\n  ${chromiumByHand.join('\n  ')}`);
}

async function starts(): Promise<boolean> {
  const path = chromiumPath() ?? chromium.executablePath();
  if (!existsSync(path)) return false;
  try {
    await (await chromium.launch(browserLaunch())).close();
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  return run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 }).status === 0;
}
