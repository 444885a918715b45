import type { ArticleKind } from '../../content/schema/kinds.ts';
import type { Language } from '../../content/schema/languages.ts';

/** What each kind of article is called, on the pages and where search names one. */
export const kinds: Record<Language, Record<ArticleKind, string>> = {
  ja: { faq: 'よくあるご質問', guides: '手順', troubleshooting: '状況から調べる' },
  en: { faq: 'Questions', guides: 'How-to', troubleshooting: 'Find out what is wrong' },
};
