import { dateInZone, hasEnded } from '../../content/calendar.ts';
import type { PortalSnapshot } from '../../content/schema/snapshot.ts';

const file = /index\.(html|md)$/;

/**
 * The file that says that a page has ended, for the file of a page whose last day is over; `null` while a page holds.
 * Answered with 410 (RFC 9110, 15.5.11), whether or not the site has been built since.
 */
export function endedPage({ portal, expiring }: PortalSnapshot, path: string, now: number): string | null {
  const [name] = file.exec(path) ?? [];
  if (!name) return null;
  const address = `/${path.slice(0, -name.length)}`;
  const page = Object.hasOwn(expiring, address) ? expiring[address] : undefined;
  if (!page || !hasEnded(page.lastDay, dateInZone(now, portal.timeZone))) return null;
  return `${page.afterwards.slice(1)}${name}`;
}
