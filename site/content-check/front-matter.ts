import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { ArticleMemory } from '../article-text/memory.ts';
import type { MdxNode } from '../article-text/processor.ts';
import { lineOfField, readArticle } from '../article-text/read.ts';
import type { Finding } from './finding.ts';

interface ReadPage<T> {
  text: string;
  /** `null` when the front matter cannot be used. */
  value: T | null;
  findings: Finding[];
  tree: MdxNode | null;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads an MDX file, unless the memory has it: its front matter against a schema, its text by itself. */
export async function readPage<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  memory?: ArticleMemory,
): Promise<ReadPage<z.output<S>>> {
  const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  const read = () => readArticle(file, text, schema);
  const { fields, findings, tree } = memory ? memory.recall(file, text, read) : read();
  const lineOf = (path: readonly PropertyKey[]) => lineOfField(file, text, schema, path);
  return { text, value: fields, findings: [...findings], tree, lineOf };
}

/** What is wrong with a slug that ought to be one of some others. */
export function unknownSlug(
  field: string,
  given: string,
  known: readonly string[],
  place: { file: string; line: number },
  example = `${field}: ${known[0]}`,
): Finding[] {
  if (known.includes(given)) return [];
  return [{ ...place, reason: `${field}: expected one of ${known.join(', ') || 'none yet'}; got "${given}"`, example }];
}
