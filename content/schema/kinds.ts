/** The kinds of article, which are also the folders of `content/` and the first part of an article's address. */
export const articleKinds = ['faq', 'guides', 'troubleshooting'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** What search finds: articles, and posts of the journal, which lie in folders of their own beside them. */
export type PageKind = ArticleKind | 'posts';
