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
import { noticeItem } from './render.ts';

/** The history holds so many; whatever is current is there besides. */
const mostPast = 200;
/** A timer that is far off would be late after a sleep or a change of the clock. */
const longestWaitMs = 60_000;
const retryMs = 5000;

/** Notices as the public may see them now, kept in memory and exported as files. */
export interface NoticeBoard {
  /** Reads the notices anew and exports what changed. Never throws: what failed is logged, and tried again. */
  refresh(): Promise<void>;
  /** A public file by its site-absolute address, as it is now. */
  file(address: string): Promise<Composed | undefined>;
  /** Changes with what is current; `''` when nothing is. */
  version(language: Language): Promise<string>;
  /** What a page of that category shows, as HTML items, the most severe first; all of it without a category. */
  items(language: Language, category: string | null): Promise<string[]>;
  /** Stops the timer. */
  close(): void;
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
      said = { current, versions, files, until: next ?? Infinity };
      await exportFiles(new Map([...files].map(([address, { text }]) => [fileAt(address), text])));
    } catch (error) {
      log.error({ err: error }, 'notices could not be exported');
      said = { ...said, until: Math.min(said.until, clock() + retryMs) };
    }
    plan();
  }

  function plan(): void {
    clearTimeout(timer);
    if (isClosed || said.until === Infinity) return;
    const wait = Math.max(1, Math.min(said.until - clock(), longestWaitMs));
    timer = setTimeout(() => void (clock() < said.until ? plan() : refresh()), wait);
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
    if (clock() >= said.until) await refresh();
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
    async items(language, category) {
      const { current } = await now();
      return current.filter(({ notice }) => concerns(notice, category)).map(({ html }) => html[language]);
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
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
