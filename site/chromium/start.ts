import { existsSync } from 'node:fs';
import type { Browser } from 'playwright';
import { chromiumByHand, chromiumPath } from './path.ts';

/** There is no Chromium that starts: something the person at the terminal can mend. */
export class ChromiumError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ChromiumError';
  }
}

/** Starts Chromium. Throws `ChromiumError` that says how to get one when there is none that starts. */
export async function startChromium(): Promise<Browser> {
  const advice = `Install one:\n  ${chromiumByHand.join('\n  ')}`;
  const { chromium } = await import('playwright').catch(() => {
    throw new ChromiumError('Playwright, which drives Chromium, is not installed: npm ci --include=dev');
  });
  const path = chromiumPath() ?? chromium.executablePath();
  if (!existsSync(path)) throw new ChromiumError(`There is no Chromium (${path}). ${advice}`);
  try {
    return await chromium.launch({
      executablePath: path,
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new ChromiumError(`${path} does not start: ${reason}\n${advice}`);
  }
}
