import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import type { Portal } from '../../content/schema/portal.ts';
import { twinOf } from '../markdown-twins/twins.ts';
import { type Indexed, SearchIndexes } from './search-indexes.ts';

/** Of what, and where, files are derived. It can be handed to another thread. */
export interface Derivation extends Indexed {
  /** The project's folder. */
  root: string;
  /** The built site. */
  siteFolder: string;
  portal: Portal;
}

/** The built page of an article or a post. */
export interface PageOfText {
  url: string;
  html: string;
}

/**
 * Makes of the page of each article and post what is there beside it: the same text as Markdown, `index.md`, for readers
 * that are programs, and its entries in the search indexes. Each page is taken apart once, as it comes.
 */
export class DerivedFiles {
  readonly #siteFolder: string;
  readonly #indexes: SearchIndexes;

  private constructor(siteFolder: string, indexes: SearchIndexes) {
    this.#siteFolder = siteFolder;
    this.#indexes = indexes;
  }

  static async open({ root, siteFolder, portal, articles, posts }: Derivation): Promise<DerivedFiles> {
    return new DerivedFiles(siteFolder, await SearchIndexes.open({ root, siteFolder, portal }, { articles, posts }));
  }

  /** Takes in a page. Waits for files: nothing else is done by the thread it has, and asking another one takes longer. */
  async add({ url, html }: PageOfText): Promise<void> {
    const page = parse(html);
    const folder = join(this.#siteFolder, url);
    // The page itself may not have been written yet.
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.md'), twinOf(page));
    await this.#indexes.add(url, page);
  }

  /** Writes what needs every page. */
  async finish(): Promise<void> {
    await this.#indexes.write();
  }

  async close(): Promise<void> {
    await this.#indexes.close();
  }
}
