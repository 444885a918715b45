import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** For the sample beside it alone. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'sample',
    include: ['*.sample.ts'],
    reporters: [join(import.meta.dirname, '../../support/vitest-not-run.ts')],
  },
});
