import { defineConfig } from '@playwright/test';
import { browserLaunch } from '../support/browser.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  // One more than there are cores in CI: journeys wait a lot, for what is done after so many seconds.
  workers: 3,
  forbidOnly: true,
  retries: 0,
  // Patience for a busy machine; nothing is timed.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    // Requests that a service worker makes are out of sight: only the journeys about it allow one.
    serviceWorkers: 'block',
    actionTimeout: 10_000,
    launchOptions: browserLaunch(),
    screenshot: 'off',
    trace: 'off',
  },
  projects: [
    // Building anew is the same in both languages, and takes minutes.
    { name: 'ja', testIgnore: '**/offline-update.spec.ts', use: { locale: 'ja-JP', timezoneId: 'Asia/Tokyo' } },
    { name: 'en', use: { locale: 'en-GB', timezoneId: 'Europe/London' } },
  ],
});
