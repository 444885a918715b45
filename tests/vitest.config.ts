import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { postcssBrand } from '../site/brand/postcss-brand.ts';
import { browserLaunch } from './support/browser.ts';
import { searchIndexStandIn } from './support/search-index-stand-in.ts';

/** Names of tests are sentences: whole ones, with the words of their tables. */
const taskTitleValueFormatTruncate = 0;

/** Patience for a busy machine, in milliseconds: what is waited for mostly comes at once. */
const poll = { timeout: 10_000 };

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    // Vitest's own number is one less than there are cores: one of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: 'tests/support/migrated-database-setup.ts',
          setupFiles: 'tests/support/quick-passwords.ts',
          // One process for all files of a worker: they share nothing but imports, and importing is what takes long.
          isolate: false,
          // Patience for a busy machine; nothing is timed.
          testTimeout: 30_000,
          expect: { poll },
          taskTitleValueFormatTruncate,
          include: ['tests/{content,site,components,conformance}/**/*.test.ts', 'tests/api/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/*.process.test.ts'],
        },
      },
      {
        // What the API does, once more on a database server that other processes share.
        test: {
          name: 'shared',
          isolate: false,
          testTimeout: 30_000,
          expect: { poll },
          taskTitleValueFormatTruncate,
          globalSetup: ['tests/support/migrated-database-setup.ts', 'tests/support/shared-database-setup.ts'],
          setupFiles: 'tests/support/quick-passwords.ts',
          include: [
            'tests/api/*.test.ts',
            'tests/api/{accounts,audit,channels/phone,channels/postcard,desk,forum,jobs,mail,moderation,notices,outbox,tickets,tokens,without-javascript}/**/*.test.ts',
            'tests/api/db/{grouped-writes,insert-where,migrations,schema-drift}.test.ts',
          ],
          exclude: ['**/*.process.test.ts'],
        },
      },
      {
        // Whole server processes: started, killed, started again.
        test: {
          name: 'process',
          globalSetup: 'tests/support/migrated-database-setup.ts',
          include: ['tests/**/*.process.test.ts'],
          testTimeout: 120_000,
          expect: { poll },
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [searchIndexStandIn()],
        css: { postcss: { plugins: [postcssBrand(join(import.meta.dirname, '..'))] } },
        // Found before the first test rather than during it, which would load the page anew.
        optimizeDeps: {
          include: [
            'altcha-lib',
            'altcha-lib/algorithms/web/pbkdf2',
            'axe-core',
            'hono/client',
            'lit',
            'lit/directives/repeat.js',
            'lit/static-html.js',
            'zod',
          ],
        },
        test: {
          name: 'browser',
          taskTitleValueFormatTruncate,
          include: ['tests/components/**/*.browser.test.ts'],
          expect: { poll },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // Readers are in Japan, unless a test says otherwise.
            provider: playwright({ launchOptions: browserLaunch(), contextOptions: { timezoneId: 'Asia/Tokyo' } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
