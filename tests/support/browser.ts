import { existsSync } from 'node:fs';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium to test with: `CHROMIUM_PATH`, else the system's; `undefined` leaves it to Playwright's own. */
export function browserPath(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return env['CHROMIUM_PATH'] ?? known.find((path) => existsSync(path));
}

/** How every test starts its browser: quietly, and without asking the network for anything. */
export function browserLaunch(): { executablePath?: string; args: string[] } {
  const executablePath = browserPath();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
