import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ArticleMemory } from '../../../site/article-text/memory.ts';
import type { ReadArticle } from '../../../site/article-text/read.ts';

const file = 'content/faq/en/return-policy.mdx';
let root = '';
let reads = 0;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'madoguchi-memory-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'site/article-text'), { recursive: true });
  await writeFile(join(root, 'site/article-text/read.ts'), '// reads');
  reads = 0;
});

const keptIn = () => join(root, 'node_modules/.cache/madoguchi/articles.json');

/** One build: opens the memory, asks for these texts, and keeps them. */
async function build(...texts: string[]): Promise<unknown[]> {
  const memory = await ArticleMemory.open(root);
  const recalled = texts.map((text) => memory.recall(file, text, () => read(text)).pieces[0]);
  await memory.save();
  return recalled;
}

function read(text: string): ReadArticle<unknown> {
  reads += 1;
  return { fields: {}, findings: [], tree: null, pieces: [text], headings: [] };
}

describe('the memory of articles', () => {
  it('spares the next build the reading of what did not change', async () => {
    await build('one', 'two');
    expect(await build('one', 'two')).toEqual(['one', 'two']);
    expect(reads).toBe(2);
    expect(await build('one', 'two, edited')).toEqual(['one', 'two, edited']);
    expect(reads).toBe(3);
  });

  it('keeps nothing that was not asked for', async () => {
    await build('one', 'two');
    await build('one');
    expect(await readFile(keptIn(), 'utf8')).not.toContain('two');
  });

  it.each(['site/article-text/read.ts', 'content/schema/articles.ts', 'package-lock.json'])(
    'knows nothing any more when %s has changed',
    async (source) => {
      await build('one');
      await mkdir(join(root, 'content/schema'), { recursive: true });
      await appendFile(join(root, source), '// otherwise');
      await build('one');
      expect(reads).toBe(2);
    },
  );

  it('is made anew when it is gone or cut off', async () => {
    await build('one');
    await writeFile(keptIn(), (await readFile(keptIn(), 'utf8')).slice(0, -20));
    expect(await build('one')).toEqual(['one']);
    await rm(join(root, 'node_modules'), { recursive: true });
    expect(await build('one')).toEqual(['one']);
    expect(reads).toBe(3);
  });
});
