import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateInZone } from '../../content/calendar.ts';

/**
 * What the calendar has done to pages, as far as front matter says: posts that still wait for their day, pages whose last
 * day is over. Whatever else is wrong with them is the content check's to say.
 */
export async function datedPages(root: string, now: number): Promise<string[]> {
  const today = dateInZone(now, await timeZoneIn(root));
  const found: string[] = [];
  for await (const path of glob('content/*/*/*.mdx', { cwd: root })) {
    const text = await readFile(join(root, path), 'utf8');
    const name = path.replaceAll('\\', '/');
    if (today < (dayOf(text, 'published') ?? '')) found.push(`${name} waits`);
    if (today > (dayOf(text, 'expires') ?? '~')) found.push(`${name} has ended`);
  }
  return found.sort();
}

function dayOf(text: string, field: string): string | undefined {
  return new RegExp(`^${field}:\\s*["']?(\\d{4}-\\d{2}-\\d{2})`, 'm').exec(text)?.[1];
}

async function timeZoneIn(root: string): Promise<string> {
  const settings = await readFile(join(root, 'content/portal.yaml'), 'utf8').catch(() => '');
  const zone = /^timeZone:\s*["']?([\w/+-]+)/m.exec(settings)?.[1];
  // A zone that is none is a finding of the content check.
  return zone && Intl.supportedValuesOf('timeZone').includes(zone) ? zone : 'UTC';
}
