import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';

/**
 * Halves the time that the imports of this process take from here on: what was compiled once is kept beside the packages,
 * where that can be written, and the modules of drizzle-orm are found without reading its package.json of 180 kB again
 * for each of them.
 */
export function quickenImports(): void {
  // Not in the machine's folder for temporary files, where others can write, too: this is code.
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL = '' } = context;
      const isWithin = parentURL.includes('/node_modules/drizzle-orm/') && parentURL.endsWith('.js');
      if (!isWithin || !/^\.\.?\/.*\.js$/.test(specifier)) return next(specifier, context);
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    },
  });
}
