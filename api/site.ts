import { watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import type { Calendar } from '../content/calendar.ts';
import type { Language } from '../content/schema/languages.ts';
import type { Portal } from '../content/schema/portal.ts';
import type { ArticleSummary, PortalSnapshot } from '../content/schema/snapshot.ts';
import type { Config } from './config.ts';
import { type BuiltSite, loadBuiltSite } from './http/built-site.ts';
import { endedPage } from './http/ended-pages.ts';
import type { Env } from './http/env.ts';
import { markServed } from './http/serving-mark.ts';
import { answerWithFile } from './http/static-files.ts';
import { Problem } from './problem.ts';
import type { Services } from './services.ts';

/** The site as the API sees it: its pages, its settings, its articles. */
export interface Site {
  /** Which build is served; `development` under `npm run dev`. */
  buildId: string;
  readShell: (path: string) => Promise<string | null>;
  answer: (c: Context<Env>) => Promise<Response>;
  articleAt: (url: string) => ArticleSummary | undefined;
  articles: () => readonly ArticleSummary[];
  colours: () => PortalSnapshot['colours'];
  languages: () => readonly Language[];
  promise: Services['promise'];
  timeZone: () => string;
  /** The settings as they are now. */
  portal: () => Portal;
  /** Whether the page at an address has seen its last day, by then. */
  hasEnded: (path: string, now: number) => boolean;
  scriptHashes: () => readonly string[];
  /** Says that its build is not served any more. */
  release: () => Promise<void>;
}

/** Opens the current build, or under `npm run dev` the development site. Throws `BuildError` without a whole build. */
export async function openSite({ distDir, devSiteUrl }: Config): Promise<Site> {
  if (devSiteUrl) return developmentSite(distDir, devSiteUrl);
  const site = await loadBuiltSite(distDir);
  return {
    ...described(() => site.snapshot),
    buildId: site.id,
    readShell: shellsOf(site),
    answer: (c) => answerWithFile(c, site),
    release: await markServed(distDir, site.id),
  };
}

/** Pages come from the development server, which also answers everything that is not the API's. */
async function developmentSite(distDir: string, devSiteUrl: string): Promise<Site> {
  const file = join(distDir, 'dev/portal.json');
  const read = async () => JSON.parse(await readFile(file, 'utf8')) as PortalSnapshot;
  let snapshot = await read();
  const renew = async () => {
    snapshot = await read();
  };
  watchFile(file, { interval: 500, persistent: false }, () => {
    void renew();
  });
  return {
    ...described(() => snapshot),
    buildId: 'development',
    readShell: shellsFrom(devSiteUrl),
    answer: () => Promise.reject(new Problem('not-found')),
    release: () => Promise.resolve(),
  };
}

function described(snapshot: () => PortalSnapshot) {
  return {
    articleAt: (url: string) => snapshot().articles.find((article) => article.url === url),
    articles: () => snapshot().articles,
    colours: () => snapshot().colours,
    languages: () => snapshot().portal.languages,
    timeZone: () => snapshot().portal.timeZone,
    portal: () => snapshot().portal,
    hasEnded: (path: string, now: number) => endedPage(snapshot(), `${path.slice(1)}index.html`, now) !== null,
    scriptHashes: () => snapshot().scriptHashes,
    promise: () => {
      const { portal, daysOff } = snapshot();
      const hours = portal.hours[portal.reply.hours];
      if (!hours) throw new Error(`portal.yaml has no hours named ${portal.reply.hours}`);
      const calendar: Calendar = {
        timeZone: portal.timeZone,
        weekly: hours.weekly,
        daysOff: hours.publicHolidays === 'closed' ? daysOff : [],
        exceptions: hours.exceptions,
      };
      const { workingHours, targets } = portal.reply;
      return { calendar, workingHours, targets };
    },
  };
}

function shellsOf(site: BuiltSite) {
  const kept = new Map<string, string>();
  return async (path: string) => {
    const file = `${path.slice(1)}index.html`;
    if (!site.files.has(file)) return null;
    const shell = kept.get(file) ?? (await readFile(join(site.folder, 'site', file), 'utf8'));
    kept.set(file, shell);
    return shell;
  };
}

function shellsFrom(devSiteUrl: string) {
  return async (path: string) => {
    // The query says that it is asked for as it was drawn, not as the API fills it.
    const response = await fetch(new URL(`${path}?shell`, devSiteUrl));
    return response.ok ? await response.text() : null;
  };
}
