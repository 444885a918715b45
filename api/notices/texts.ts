import type { Language } from '../../content/schema/languages.ts';
import type { NoticeKind, Severity } from './contract.ts';

interface NoticeTexts {
  /** The name of the place, of the page and of the feed. */
  title: string;
  kinds: Record<NoticeKind, string>;
  /** What stands beside the kind; nothing for what only informs. */
  severities: Record<Severity, string>;
  from: (start: string) => string;
  span: (start: string, end: string) => string;
  updated: string;
  solved: string;
  details: string;
  feedTitle: (portal: string) => string;
  affects: string;
  updates: string;
  nothingCurrent: string;
  nothingEver: { title: string; lead: string };
}

/** What is said around the words of staff, wherever readers see a notice. */
export const noticeTexts: Record<Language, NoticeTexts> = {
  ja: {
    title: 'お知らせ',
    kinds: { outage: '障害', delay: '遅延', shortage: '品薄・欠品', holiday: '休業' },
    severities: { information: '', minor: '一部に影響', major: '重要' },
    from: (start) => `${start}から`,
    span: (start, end) => `${start}〜${end}`,
    updated: '更新',
    solved: '解消',
    details: 'このお知らせを見る',
    feedTitle: (portal) => `${portal}のお知らせ`,
    affects: '対象',
    updates: 'これまでの経過',
    nothingCurrent: '現在、お知らせはありません。すべて通常どおりです。',
    nothingEver: {
      title: 'お知らせはまだありません',
      lead: '障害や遅延、休業などがあるときは、このページと各ページの上部でお知らせします。',
    },
  },
  en: {
    title: 'Notices',
    kinds: { outage: 'Outage', delay: 'Delay', shortage: 'Stock shortage', holiday: 'Closure' },
    severities: { information: '', minor: 'affects some', major: 'important' },
    from: (start) => `Since ${start}`,
    span: (start, end) => `${start} – ${end}`,
    updated: 'Update',
    solved: 'Solved',
    details: 'About this notice',
    feedTitle: (portal) => `${portal}: notices`,
    affects: 'Affects',
    updates: 'Updates',
    nothingCurrent: 'There are no notices at the moment. Everything runs as usual.',
    nothingEver: {
      title: 'There have been no notices yet',
      lead: 'When something is out of order, late or closed, we say so here and at the top of the pages it touches.',
    },
  },
};
