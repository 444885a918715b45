import { once } from 'node:events';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { articleKinds } from '../../content/schema/kinds.ts';
import type { ArticleMemory } from './memory.ts';
import { type FileToRead, readFileAsArticle } from './read-file.ts';
import type { ReadArticle } from './read.ts';

/** With fewer files than this to read, a second thread is not awake before the first is done. */
const worthThread = 100;

/** What the second thread has read. */
export interface ReadBeside extends FileToRead {
  article: ReadArticle<unknown>;
}

/**
 * Reads the articles that the memory does not have, in two threads, so that it has them: who asks for one next finds it
 * there. Does nothing while there are few.
 */
export async function readAhead(root: string, memory: ArticleMemory, least = worthThread): Promise<void> {
  const unknown: FileToRead[] = [];
  for await (const path of glob(`content/{${articleKinds.join(',')}}/*/*.mdx`, { cwd: root })) {
    const file = path.replaceAll('\\', '/');
    const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
    if (!memory.knows(file, text)) unknown.push({ file, text });
  }
  if (unknown.length < least) return;
  // By turns: the long ones may stand together.
  const thread = new Worker(new URL('read-ahead-thread.ts', import.meta.url), {
    workerData: unknown.filter((_, index) => index % 2 === 1),
    // Not how this process was called, which may have been with a text (`--eval`).
    execArgv: [],
  });
  thread.on('message', (all: ReadBeside[]) => {
    for (const { file, text, article } of all) memory.recall(file, text, () => article);
  });
  const done = once(thread, 'exit');
  // Thrown when it is waited for.
  done.catch(() => undefined);
  for (const [index, { file, text }] of unknown.entries()) {
    if (index % 2 === 0) memory.recall(file, text, () => readFileAsArticle({ file, text }));
  }
  await done;
}
