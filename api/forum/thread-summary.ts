import { sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { threadUrl } from './addresses.ts';
import { authorColumns, authorOf } from './authors.ts';
import type { ThreadSummary } from './contract.ts';
import type { ThreadRow } from './find-thread.ts';
import { laneOf } from './lanes.ts';
import { excerptOf } from './plain-text.ts';
import { forumThreads } from './tables.ts';

/** As much of a post's HTML as an excerpt can be made of. */
const beginning = 800;

/** For a select that joins the opening post as `opening`, and its author. */
export const summaryColumns = {
  thread: forumThreads,
  author: authorColumns,
  beginning: sql<string>`substr(opening.html, 1, ${sql.raw(String(beginning))})`,
};

export interface SummaryRow {
  thread: ThreadRow;
  author: Parameters<typeof authorOf>[0];
  beginning: string;
}

/** A thread as lists show it. */
export function summaryOf({ thread, author, beginning: html }: SummaryRow): ThreadSummary {
  const { number, language, board, kind, isLocked, isPinned, replies, meToos, createdAt, lastPostAt } = thread;
  return {
    number,
    url: threadUrl(thread),
    language,
    board,
    kind,
    title: titleOf(thread),
    excerpt: excerptOf(html),
    author: authorOf(author),
    lane: laneOf(thread),
    isLocked,
    isPinned,
    replies,
    meToos,
    createdAt,
    lastPostAt,
  };
}

/** What a thread is called; one whose title went with its author still needs a name. */
export function titleOf({ title, language }: { title: string; language: Language }): string {
  return title || { ja: '（消去された質問）', en: '(A question that was erased)' }[language];
}
