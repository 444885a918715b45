import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import type { Portal } from '../../content/schema/portal.ts';
import type { PostSummary } from '../../content/schema/posts.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import { type FoundPage, type IndexedText, takeFromPage } from './built-pages.ts';
import { FullTextIndex } from './full-text-index.ts';
import { writeQuestionIndex } from './question-index.ts';

/** What is indexed: the question index is made of articles only, since a post answers no question. */
export interface Indexed {
  articles: readonly ArticleSummary[];
  posts: readonly PostSummary[];
}

interface Place {
  /** The project's folder. */
  root: string;
  /** The built site. */
  siteFolder: string;
  portal: Portal;
}

/** Both search indexes of a site, made as its pages come: `search/` and `pagefind/`. Has to be closed. */
export class SearchIndexes {
  readonly #place: Place;
  readonly #articles: readonly ArticleSummary[];
  readonly #pages: ReadonlyMap<string, FoundPage>;
  readonly #headings = new Map<string, IndexedText['headings']>();
  readonly #fullText: FullTextIndex;

  private constructor(place: Place, { articles, posts }: Indexed, fullText: FullTextIndex) {
    this.#place = place;
    this.#articles = articles;
    const found = [...articles, ...posts.map((post) => ({ ...post, kind: 'posts' as const }))];
    this.#pages = new Map(found.map((page) => [page.url, page]));
    this.#fullText = fullText;
  }

  /** Starts Pagefind, which works in a process of its own. */
  static async open(place: Place, indexed: Indexed): Promise<SearchIndexes> {
    return new SearchIndexes(place, indexed, await FullTextIndex.open());
  }

  /** Takes in the built page of an article or post. Changes the page. Throws for one that has no text. */
  async add(url: string, built: HTMLElement): Promise<void> {
    const page = this.#pages.get(url);
    if (!page) throw new Error(`${url} is no article and no post`);
    const { headings, copy } = takeFromPage(built, page);
    this.#headings.set(url, headings);
    await this.#fullText.add(url, copy);
  }

  /** Writes both, when every page has been taken in. */
  async write(): Promise<void> {
    const { root, siteFolder, portal } = this.#place;
    for (const url of this.#pages.keys()) if (!this.#headings.has(url)) throw new Error(`${url} was not built`);
    const texts = this.#articles.map((article) => ({ article, headings: this.#headings.get(article.url) ?? [] }));
    const written = this.#fullText.write(join(siteFolder, 'pagefind'));
    await Promise.all([written, writeQuestionIndex(root, siteFolder, portal, texts, written)]);
  }

  async close(): Promise<void> {
    await this.#fullText.close();
  }
}
