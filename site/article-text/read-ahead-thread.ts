import { parentPort, workerData } from 'node:worker_threads';
import type { ReadBeside } from './read-ahead.ts';
import { type FileToRead, readFileAsArticle } from './read-file.ts';

/* The second thread of `readAhead`. */

const files = (workerData as FileToRead[]).map((read): ReadBeside => ({ ...read, article: readFileAsArticle(read) }));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(files);
