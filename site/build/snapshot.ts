import { daysOffFrom } from '../../content/holidays.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { PortalSnapshot } from '../../content/schema/snapshot.ts';
import { shownColours } from '../brand/tokens.ts';
import type { CheckedContent } from '../content-check/check.ts';
import { scriptHashes } from '../inline-scripts.ts';

type Known = Pick<CheckedContent, 'articles' | 'redirects' | 'expiring'>;

/** What the API is told of checked content, with the holidays of three years from an instant (ms). */
export function snapshotOf(portal: Portal, { articles, redirects, expiring }: Known, now: number): PortalSnapshot {
  return {
    portal,
    articles,
    daysOff: daysOffFrom(new Date(now).getUTCFullYear(), 3),
    redirects,
    scriptHashes,
    colours: shownColours(portal.brand.colours),
    expiring,
  };
}
