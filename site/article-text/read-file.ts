import { articleSchemas } from '../../content/schema/articles.ts';
import { articleKinds } from '../../content/schema/kinds.ts';
import { type ReadArticle, readArticle } from './read.ts';

/** A file with its text, whose lines end in `\n`. */
export interface FileToRead {
  file: string;
  text: string;
}

/** Reads an article by the schema of the kind whose folder it lies in. */
export function readFileAsArticle({ file, text }: FileToRead): ReadArticle<unknown> {
  const kind = articleKinds.find((known) => file.startsWith(`content/${known}/`));
  if (!kind) throw new Error(`${file} lies in no folder of articles`);
  return readArticle(file, text, articleSchemas[kind]);
}
