import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Calendar, dateInZone } from '../content/calendar.ts';
import { daysOffFrom } from '../content/holidays.ts';
import type { Hours } from '../content/schema/hours.ts';
import { type Category, type Channel, type Portal, portalSchema } from '../content/schema/portal.ts';

/** The settings, as the content check has accepted them. */
export const portal: Portal = portalSchema.parse(
  parse(readFileSync(join(process.cwd(), 'content/portal.yaml'), 'utf8')),
);

/** The instant of the build, the same for all that it makes; that of the start under `npm run dev`. */
const now = Number(process.env['BUILT_AT'] ?? Date.now());

/** The day on which the site is built, where the portal is. */
export const today: string = dateInZone(now, portal.timeZone);

/** Public holidays of the years a build may live through. */
export const daysOff: string[] = daysOffFrom(new Date(now).getUTCFullYear(), 3);

export function categoryBy(slug: string): Category {
  const category = portal.categories.find((known) => known.slug === slug);
  if (!category) throw new Error(`portal.yaml has no category ${slug}`);
  return category;
}

export function teamNamed(id: string): Portal['teams'][number] {
  const team = portal.teams.find((known) => known.id === id);
  if (!team) throw new Error(`portal.yaml has no team ${id}`);
  return team;
}

export function hoursNamed(name: string): Hours {
  const hours = portal.hours[name];
  if (!hours) throw new Error(`portal.yaml has no hours named ${name}`);
  return hours;
}

/** A calendar with its holidays resolved, small enough to travel in a page. */
export function calendarNamed(name: string): Calendar {
  const { weekly, publicHolidays, exceptions } = hoursNamed(name);
  return { timeZone: portal.timeZone, weekly, daysOff: publicHolidays === 'closed' ? daysOff : [], exceptions };
}

/** Within how many minutes of its opening time a channel answers: its own promise, or else the portal's. */
export function replyMinutesOf({ replyMinutes }: Channel): number {
  return replyMinutes ?? Math.round(portal.reply.workingHours * 60);
}
