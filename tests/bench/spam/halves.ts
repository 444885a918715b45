import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ThreadKind } from '../../../api/forum/contract.ts';
import type { Language } from '../../../content/schema/languages.ts';

/** A post of the benchmark; all were written before there was a filter, and none is ever changed. */
export interface BenchPost {
  id: string;
  kind: ThreadKind | 'reply';
  title: string;
  body: string;
  author: 'first' | 'established';
  secondsTyping: number;
  /** What makes it hard, or typical. */
  why: string;
}

export interface Halves {
  /** What the start model is made of, and thresholds were chosen on. */
  trained: BenchPost[];
  /** What figures are about. */
  held: BenchPost[];
}

/** The posts of a kind in two halves, by the hash of their ids: the same in every run, and nobody's choice. */
export async function halvesOf(language: Language, kind: 'spam' | 'honest'): Promise<Halves> {
  const file = new URL(`posts/${language}-${kind}.jsonl`, import.meta.url);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const posts = lines.map((line) => JSON.parse(line) as BenchPost);
  const sorted = posts.toSorted((one, other) => (hashOf(one) < hashOf(other) ? -1 : 1));
  const half = sorted.length / 2;
  return { trained: sorted.slice(0, half), held: sorted.slice(half) };
}

function hashOf({ id }: BenchPost): string {
  return createHash('sha256').update(id).digest('hex');
}
