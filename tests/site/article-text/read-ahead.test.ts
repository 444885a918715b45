import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ArticleMemory } from '../../../site/article-text/memory.ts';
import { readAhead } from '../../../site/article-text/read-ahead.ts';
import { readFileAsArticle } from '../../../site/article-text/read-file.ts';

let root = '';
const fileOf = (number: number) => `content/faq/en/page-${number}.mdx`;
const textOf = (number: number) => `---\ntitle: Page ${number}\n---\n\n## Heading ${number}\n\nIts *text*.\n`;
const files = [1, 2, 3, 4, 5].map((number) => ({ file: fileOf(number), text: textOf(number) }));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'madoguchi-ahead-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const { file, text } of files) await write(file, text);
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

/** What the memory says of a file without reading it. */
function recalled(memory: ArticleMemory, file: string, text: string) {
  return memory.recall(file, text, () => {
    throw new Error(`${file} is read again`);
  });
}

describe('articles that are read ahead', () => {
  it('are known afterwards, as if each had been read when it was asked for', async () => {
    const memory = await ArticleMemory.open(root);
    await readAhead(root, memory, 1);
    for (const read of files) expect(recalled(memory, read.file, read.text)).toEqual(readFileAsArticle(read));
  });

  it('are those that are not known yet, by their texts', async () => {
    const before = await ArticleMemory.open(root);
    await readAhead(root, before, 1);
    await before.save();
    await write(fileOf(2), 'Edited');
    const memory = await ArticleMemory.open(root);
    expect(memory.knows(fileOf(1), textOf(1))).toBe(true);
    expect(memory.knows(fileOf(2), 'Edited')).toBe(false);
    await readAhead(root, memory, 1);
    expect(recalled(memory, fileOf(2), 'Edited').findings).not.toEqual([]);
  });

  it('are not read ahead while they are few', async () => {
    const memory = await ArticleMemory.open(root);
    await readAhead(root, memory, 6);
    expect(files.some(({ file, text }) => memory.knows(file, text))).toBe(false);
  });

  it('have lines that end as those of all others', async () => {
    await write(fileOf(1), textOf(1).replaceAll('\n', '\r\n'));
    const memory = await ArticleMemory.open(root);
    await readAhead(root, memory, 1);
    expect(memory.knows(fileOf(1), textOf(1))).toBe(true);
  });
});
