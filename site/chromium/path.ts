import { existsSync } from 'node:fs';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium to use: `CHROMIUM_PATH`, else the system's; `undefined` leaves it to Playwright's own. */
export function chromiumPath(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return env['CHROMIUM_PATH'] ?? known.find((path) => existsSync(path));
}

/** How to get a Chromium and Japanese type, one line a system. */
export const chromiumByHand: readonly string[] = [
  'Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk',
  'Fedora:          sudo dnf install chromium google-noto-sans-cjk-fonts',
  'Arch:            sudo pacman -S chromium noto-fonts-cjk',
  'macOS, Windows:  npx playwright install chromium',
  'elsewhere:       install Chromium and set CHROMIUM_PATH to it',
];
