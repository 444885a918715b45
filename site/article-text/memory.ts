import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprintFiles } from '../build/fingerprint.ts';
import type { ReadArticle } from './read.ts';

/** Everything that has a say in how a file is read, beside its text. */
const readers = [
  'site/article-text/**/*.ts',
  'site/content-check/**/*.ts',
  'content/schema/**/*.ts',
  'package-lock.json',
];

/**
 * What was read of files before, by a hash of their names and texts and of the code that read them: what is stale is
 * never found. It may be deleted at any time.
 */
export class ArticleMemory {
  readonly #path: string;
  readonly #version: string;
  readonly #known: ReadonlyMap<string, ReadArticle<unknown>>;
  readonly #used = new Map<string, ReadArticle<unknown>>();

  private constructor(path: string, version: string, known: ReadonlyMap<string, ReadArticle<unknown>>) {
    this.#path = path;
    this.#version = version;
    this.#known = known;
  }

  static async open(root: string): Promise<ArticleMemory> {
    const path = join(root, 'node_modules/.cache/madoguchi/articles.json');
    const version = await fingerprintFiles(root, readers);
    return new ArticleMemory(path, version, await knownFrom(path, version));
  }

  /** Whether a file with this text would not have to be read. */
  knows(file: string, text: string): boolean {
    const key = keyOf(file, text);
    return this.#known.has(key) || this.#used.has(key);
  }

  /** What is known of a file with this text; otherwise it is read, and known from then on. */
  recall<Fields>(file: string, text: string, read: () => ReadArticle<Fields>): ReadArticle<Fields> {
    const key = keyOf(file, text);
    const article = ((this.#known.get(key) ?? this.#used.get(key)) as ReadArticle<Fields> | undefined) ?? read();
    this.#used.set(key, article);
    return article;
  }

  /** Keeps what was asked for since it was opened, and nothing else. */
  async save(): Promise<void> {
    if (this.#used.size === this.#known.size && [...this.#used.keys()].every((key) => this.#known.has(key))) return;
    await mkdir(dirname(this.#path), { recursive: true });
    const next = `${this.#path}.${process.pid}`;
    await writeFile(next, JSON.stringify({ version: this.#version, articles: [...this.#used] }));
    await rename(next, this.#path);
  }
}

function keyOf(file: string, text: string): string {
  return createHash('sha256').update(`${file}\n${text}`).digest('base64url');
}

async function knownFrom(path: string, version: string): Promise<Map<string, ReadArticle<unknown>>> {
  try {
    const kept = JSON.parse(await readFile(path, 'utf8')) as {
      version: string;
      articles: [string, ReadArticle<unknown>][];
    };
    return new Map(kept.version === version ? kept.articles : []);
  } catch {
    // Not there, or cut off: everything is read again.
    return new Map();
  }
}
