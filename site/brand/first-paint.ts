import { createHash } from 'node:crypto';
import { themeKey } from '../../components/theme/theme.ts';

/** The one inline script of every page: the reader's theme is there before the first paint, so that nothing flashes. */
export const firstPaint = `try{const t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** What a Content-Security-Policy calls it (CSP Level 3, hash sources). */
export const firstPaintHash = cspHash(firstPaint);

/** A script as a policy names it: `sha256-…`. */
export function cspHash(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
