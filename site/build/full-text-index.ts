import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';

/** Pages that may wait for Pagefind, which is a process of its own. */
const mostWaiting = 64;

/** The full-text index of every article and post, each language by itself. Has to be closed. */
export class FullTextIndex {
  readonly #index: PagefindIndex;
  #waiting: Promise<unknown>[] = [];

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  static async open(): Promise<FullTextIndex> {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    return new FullTextIndex(index);
  }

  /** Hands a page over; waits only when too many are on their way. */
  async add(url: string, html: string): Promise<void> {
    const added = this.#add(url, html);
    // Looked at when all of them are waited for.
    added.catch(() => undefined);
    this.#waiting.push(added);
    if (this.#waiting.length >= mostWaiting) await this.#allAdded();
  }

  /** Writes it into a folder. Gives back the name that Pagefind knows each page by, by its address. */
  async write(folder: string): Promise<Map<string, string>> {
    await this.#allAdded();
    const { errors } = await this.#index.writeFiles({ outputPath: folder });
    if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join('; ')}`);
    return fragmentNames(join(folder, 'fragment'));
  }

  async close(): Promise<void> {
    await close();
  }

  async #add(url: string, content: string): Promise<void> {
    const { errors } = await this.#index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new Error(`Pagefind refused ${url}: ${errors.join('; ')}`);
  }

  async #allAdded(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    await Promise.all(waiting);
  }
}

/** Each fragment is compressed JSON behind a mark of its own. */
function fragmentNames(folder: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const text = gunzipSync(readFileSync(join(folder, file))).toString();
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    names.set(url, file.replace(/\.pf_fragment$/, ''));
  }
  return names;
}
