import type { ArticleKind } from './kinds.ts';
import type { Language } from './languages.ts';
import type { Portal } from './portal.ts';

/** One article as the rest of the house knows it: the build writes these, the API and the elements read them. */
export interface ArticleSummary {
  language: Language;
  kind: ArticleKind;
  slug: string;
  /** Site-absolute address, with its closing slash: `/ja/faq/return-policy/`. */
  url: string;
  title: string;
  answer: string;
  category: string;
  rank: number;
  asked: string[];
}

export interface ExpiringPage {
  /** `YYYY-MM-DD`, in the portal's time zone. */
  lastDay: string;
  /** The address of the page that says so afterwards: its own, if it had ended when the site was built. */
  afterwards: string;
}

export type ShownColours = Record<
  'paper' | 'paper-raised' | 'paper-sunken' | 'ink' | 'ink-soft' | 'rule' | 'accent' | 'on-accent',
  string
>;

/** The one validated file the build leaves for the API: settings and articles, no MDX. */
export interface PortalSnapshot {
  portal: Portal;
  articles: ArticleSummary[];
  /** Public holidays, `YYYY-MM-DD`, of the years a build may live through. */
  daysOff: string[];
  /** Addresses of pages that are gone, and where each leads now: `/ja/faq/old/` to `/ja/faq/new/`. */
  redirects: Record<string, string>;
  /** The inline scripts that the pages' policy has to allow, as it names them: `sha256-…`. */
  scriptHashes: readonly string[];
  /** The colours of both themes as `#rrggbb`, for what understands no other: mails. */
  colours: Record<'light' | 'dark', ShownColours>;
  /** Pages that hold until a day, or did, by their address. */
  expiring: Record<string, ExpiringPage>;
}
