import type { BuildOptions } from './build.ts';
import { currentBuild, sourcesNow } from './current-build.ts';

/**
 * Builds the site unless there is a whole build of the same sources. Gives back the id of the current build; throws as
 * `buildSite` does. What a build needs is loaded only for one: most starts find the site as it is.
 */
export async function buildIfChanged(options: BuildOptions): Promise<string> {
  const { root, distDir, now = Date.now() } = options;
  const [before, fingerprint] = await Promise.all([currentBuild(distDir), sourcesNow({ root, distDir, now })]);
  if (before?.fingerprint === fingerprint) {
    options.say('The site is up to date.');
    return before.id;
  }
  const { buildSite } = await import('./build.ts');
  return buildSite({ ...options, now });
}
