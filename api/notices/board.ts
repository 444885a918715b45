import type { Logger } from 'pino';
import type { Language } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { Database } from '../db/database.ts';
import type { Composed } from '../http/composed.ts';
import type { Pages } from '../http/pages.ts';
import type { Notice } from './contract.ts';
import { createExports } from './exports.ts';
import { publicFilesOf } from './public-files.ts';
import { isCurrentAt, isPublicAt, nextMoment, noticesWhere } from './read.ts';
import { foldedUnderMajor, noticeItem } from './render.ts';

/** The history holds so many; whatever is current is there besides. */
const mostPast = 200;
/** A timer that is far off would be late after a sleep or a change of the clock. */
const longestWaitMs = 60_000;
const retryMs = 5000;
/** What other processes publish is seen no later. */
const lookAgainMs = 30_000;

/** Notices as the public may see them now, kept in memory and exported as files. */
export interface NoticeBoard {
  /** Reads the notices anew and exports what changed. Never throws: what failed is logged, and tried again. */
  refresh(): Promise<void>;
  /** A public file by its site-absolute address, as it is now. */
  file(address: string): Promise<Composed | undefined>;
  /** Changes with what is current; `''` when nothing is. */
  version(language: Language): Promise<string>;
  /**
   * What a page of that category shows, as HTML items, the most severe first and the others folded under a major one,
   * and the version it is of; all of it without a category.
   */
  shown(language: Language, category: string | null): Promise<{ items: string[]; version: string }>;
  /** Stops the timer, and resolves when nothing is being read or exported any more. */
  close(): Promise<void>;
}

export interface BoardNeeds {
  db: Database;
  clock: () => number;
  dataDir: string;
  publicUrl: string;
  /** Pages as the site drew them. */
  pages: Pages;
  portal: () => Pick<Portal, 'languages' | 'timeZone' | 'categories' | 'name' | 'organisation'>;
  log: Logger;
}

/** What is said now, with the moment until which it holds by itself. */
interface Said {
  current: readonly { notice: Notice; html: Record<Language, string> }[];
  versions: Record<Language, string>;
  files: ReadonlyMap<string, Composed>;
  until: number;
}

export function createNoticeBoard(needs: BoardNeeds): NoticeBoard {
  const { db, clock, dataDir, portal, log } = needs;
  const exportFiles = createExports(dataDir);
  let said: Said = { current: [], versions: { ja: '', en: '' }, files: new Map(), until: 0 };
  /** When it is to be read anew: what is said holds no longer, or what failed is tried again. */
  let dueAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let latest: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  let isClosed = false;

  async function renew(): Promise<void> {
    try {
      const now = clock();
      const { timeZone } = portal();
      const [running, begun, next] = await Promise.all([
        noticesWhere(db, isCurrentAt(now), now, mostPast),
        noticesWhere(db, isPublicAt(now), now, mostPast),
        nextMoment(db, now),
      ]);
      const current = await Promise.all(
        running.sort(bySeverity).map(async (notice) => ({
          notice,
          html: { ja: await noticeItem(notice, 'ja', timeZone), en: await noticeItem(notice, 'en', timeZone) },
        })),
      );
      const shown = [...running, ...begun.filter(({ view }) => view === 'ended')];
      const { files, versions } = await publicFilesOf(
        needs,
        current,
        shown.sort((one, other) => other.startsAt - one.startsAt),
      );
      const lookAgainAt = db.isShared ? now + lookAgainMs : Infinity;
      said = { current, versions, files, until: Math.min(next ?? Infinity, lookAgainAt) };
      dueAt = said.until;
      await exportFiles(new Map([...files].map(([address, { text }]) => [fileAt(address), text])));
    } catch (error) {
      log.error({ err: error }, 'notices could not be exported');
      // An end that has passed meanwhile is no reason to try without a pause.
      const now = clock();
      dueAt = said.until > now ? Math.min(said.until, now + retryMs) : now + retryMs;
    }
    plan();
  }

  function plan(): void {
    clearTimeout(timer);
    if (isClosed || dueAt === Infinity) return;
    const wait = Math.max(1, Math.min(dueAt - clock(), longestWaitMs));
    timer = setTimeout(() => void (clock() < dueAt ? plan() : refresh()), wait);
    timer.unref();
  }

  /** One after the other, and one for all that wait: what was written before the call is in what it exports. */
  function refresh(): Promise<void> {
    waiting ??= latest.then(() => {
      waiting = null;
      return renew();
    });
    latest = waiting;
    return waiting;
  }

  /** What is said at this very moment, even if the timer is late. */
  async function now(): Promise<Said> {
    if (clock() >= dueAt && !isClosed) await refresh();
    return said;
  }

  return {
    refresh,
    async file(address) {
      return (await now()).files.get(address);
    },
    async version(language) {
      return (await now()).versions[language];
    },
    async shown(language, category) {
      const { current, versions } = await now();
      const items = current
        .filter(({ notice }) => concerns(notice, category))
        .map(({ notice: { severity }, html }) => ({ severity, html: html[language] }));
      return { items: foldedUnderMajor(items), version: versions[language] };
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      return latest;
    },
  };
}

/** Whether a page of that category shows it: it touches everything, or this category, or the page shows all there is. */
function concerns({ categories }: Pick<Notice, 'categories'>, category: string | null): boolean {
  return category === null || categories.length === 0 || categories.includes(category);
}

const weight = { major: 0, minor: 1, information: 2 };

function bySeverity(one: Notice, other: Notice): number {
  return weight[one.severity] - weight[other.severity] || other.startsAt - one.startsAt;
}

function fileAt(address: string): string {
  return `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
}
