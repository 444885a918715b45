import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { themeKey } from '../components/theme/theme.ts';

/*
 * The only scripts that stand in pages: what has to be there before the first paint, so that nothing flashes or moves.
 * The pages' policy allows them by their hashes.
 */

/** The reader's theme, and whether the page stands in a frame on another site; on every page. */
export const firstPaint = `if(self!==top)document.documentElement.dataset.embedded='';try{const t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** Which platform's text is shown; on pages that have some. Without the comments of its source. */
export const firstChoice = readFileSync(join(process.cwd(), 'components/platform/first-choice.js'), 'utf8')
  .replaceAll(/^\s*\/\*[\s\S]*?\*\/\s*$|^\s*\/\/.*$/gm, '')
  .replaceAll(/^\s+/gm, '')
  .trim();

/** What a Content-Security-Policy calls them. */
export const scriptHashes: readonly string[] = [firstPaint, firstChoice].map(cspHash);

/** A script as a policy names it: `sha256-…` (CSP Level 3, hash sources). */
export function cspHash(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
