import { chromiumPath } from '../../site/chromium/path.ts';

/** How every test starts its browser: quietly, and without asking the network for anything. */
export function browserLaunch(): { executablePath?: string; args: string[] } {
  const executablePath = chromiumPath();
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
