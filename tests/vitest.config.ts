import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserLaunch } from './support/browser.ts';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{content,site,components,conformance}/**/*.test.ts', 'tests/api/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/*.process.test.ts'],
        },
      },
      {
        // Whole server processes: started, killed, started again.
        test: { name: 'process', include: ['tests/**/*.process.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/components/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
