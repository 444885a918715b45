import { cspHash, scriptHashes } from '../inline-scripts.ts';
import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Inline scripts, but for those that the pages' policy allows: a browser would not run them. */
export function checkInlineScripts({ pages }: BuiltSite): Finding[] {
  return pages.flatMap(({ url, root }) =>
    root
      .querySelectorAll('script:not([src])')
      .filter((script) => script.getAttribute('type') !== 'application/ld+json')
      .filter((script) => !scriptHashes.includes(cspHash(script.textContent)))
      .map(() => ({ page: url, reason: 'It has an inline script, which the policy of the pages blocks.' })),
  );
}
