import type { PageKind } from '../../content/schema/kinds.ts';
import type { Language } from '../../content/schema/languages.ts';

/** What each kind of page is called, on the pages and where search names one. */
export const kinds: Record<Language, Record<PageKind, string>> = {
  ja: { faq: 'よくあるご質問', guides: '手順', troubleshooting: '状況から調べる', posts: '読みもの' },
  en: { faq: 'Questions', guides: 'How-to', troubleshooting: 'Find out what is wrong', posts: 'Journal' },
};
