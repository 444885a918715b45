import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkContent } from '../../site/content-check/check.ts';
import { contentFiles } from './content-files.ts';

type Path = keyof typeof contentFiles;

/** The page that most tests spoil. */
export const page = 'content/faq/en/return-policy.mdx' satisfies Path;
export const flowPage = 'content/troubleshooting/en/wrong-order.mdx' satisfies Path;
export const portalFile = 'content/portal.yaml' satisfies Path;

/** Files by path: `null` takes one away, a function changes one that is there. */
export type Edits = Record<string, string | null | ((text: string) => string)>;

/** What the content check says about a folder of valid content with some edits. */
export async function checkTree(edits: Edits = {}) {
  return checkContent(await writeTree(edits));
}

/** Writes the content with some edits into a folder that is gone after the test. Gives back the folder. */
export async function writeTree(edits: Edits = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'madoguchi-content-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const edited = new Map<string, string>(Object.entries(contentFiles));
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) edited.delete(path);
    else edited.set(path, typeof edit === 'string' ? edit : edit(edited.get(path) ?? ''));
  }
  for (const [path, text] of edited) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/** Puts a text in the place of another, which must be there: a test that changes nothing proves nothing. */
export function put(text: string, instead: string): (whole: string) => string {
  return (whole) => {
    const at = whole.indexOf(instead);
    if (at < 0) throw new Error(`There is no "${instead}" to replace`);
    return whole.slice(0, at) + text + whole.slice(at + instead.length);
  };
}
