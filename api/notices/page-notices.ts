import type { Context } from 'hono';
import type { Language } from '../../content/schema/languages.ts';
import { answerWithComposed, type Composed, composed } from '../http/composed.ts';
import type { Env } from '../http/env.ts';
import type { NoticeBoard } from './board.ts';
import { noticePlace } from './render.ts';

/** The empty place that the site draws under the head of its pages. */
const place = /<mado-notices\b([^>]*)><\/mado-notices>/;
const mostPagesKept = 500;

/** A page with what is current in its place; as it was when it has no place, or nothing concerns it. */
export async function withNotices(board: NoticeBoard, page: string): Promise<string> {
  const [empty, attributes = ''] = place.exec(page) ?? [];
  if (empty === undefined) return page;
  const language: Language = /<html[^>]*\blang="en"/.test(page) ? 'en' : 'ja';
  const category = /\bdata-category="([^"]*)"/.exec(attributes)?.[1] ?? null;
  const { items, version } = await board.shown(language, category);
  if (items.length === 0) return page;
  const filled = await noticePlace(items, language);
  // A function: what staff wrote may hold `$&`, which a text to put in would not survive.
  return page.replace(empty, () => `<mado-notices${attributes} data-version="${version}">${filled}</mado-notices>`);
}

/**
 * Answers for a page of the build that shows notices now, filled and compressed once per version of the notices;
 * `null` for everything that can be answered from the build as it is, and for a page whose last day is over.
 */
export function createNoticedPages(
  board: NoticeBoard,
  { readShell, hasEnded }: { readShell: (path: string) => Promise<string | null>; hasEnded: (path: string) => boolean },
) {
  const kept = new Map<string, Composed>();
  let keptVersion = '';

  async function pageAt(path: string): Promise<Composed | null> {
    const page = await readShell(path);
    if (page === null) return null;
    const filled = await withNotices(board, page);
    return filled === page ? null : composed('text/html; charset=utf-8', filled);
  }

  return async (c: Context<Env>): Promise<Response | null> => {
    const { path } = c.req;
    if (!path.endsWith('/') || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return null;
    if (hasEnded(path)) return null;
    const version = `${await board.version('ja')} ${await board.version('en')}`;
    if (version === ' ') return null;
    if (version !== keptVersion || kept.size >= mostPagesKept) kept.clear();
    keptVersion = version;
    const page = kept.get(path) ?? (await pageAt(path));
    if (page && version === keptVersion) kept.set(path, page);
    return page ? answerWithComposed(c, page) : null;
  };
}
