import { constants } from 'node:fs';
import { access, copyFile, glob, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { articleKinds } from '../../../content/schema/kinds.ts';
import { draftsFolder } from './drafts.ts';
import { toDo } from './draft-text.ts';

/** What the person at the terminal can mend. */
export class PullError extends Error {}

/** A draft in the data folder. */
export interface Draft {
  /** Within the folder of drafts, as within `content/`: `faq/en/wash-insoles.mdx`. */
  file: string;
  /** Without its language: `faq/wash-insoles`. */
  page: string;
  title: string;
  /** Whether it is still the text of another language. */
  isStub: boolean;
  /** Whether `content/` has such a file. */
  isPulled: boolean;
  /** How many places say that somebody has to say something. */
  toDos: number;
}

interface Places {
  dataDir: string;
  /** The folder in which `content/` lies. */
  root: string;
}

/** All drafts, in order. Throws `PullError` where there are none. */
export async function listDrafts({ dataDir, root }: Places): Promise<Draft[]> {
  const folder = join(dataDir, draftsFolder);
  const files: string[] = [];
  for await (const file of glob(`{${articleKinds.join(',')}}/*/*.mdx`, { cwd: folder })) files.push(file);
  if (files.length === 0) {
    throw new PullError(
      `There are no drafts in ${folder}. Moderators make them of solved threads; DATA_DIR is the folder of the portal that they work with.`,
    );
  }
  return Promise.all(files.sort().map((file) => readDraft(folder, root, file)));
}

/**
 * Copies drafts of a page (`faq/wash-insoles`), or of `all`, into `content/`; the beginnings of translations only where they
 * are asked for, since without them readers get the text that there is, under a note. Gives the files that were written.
 * Nothing that is there is overwritten. Throws `PullError`.
 */
export async function pullDrafts(
  places: Places,
  page: string,
  { hasTranslations = false }: { hasTranslations?: boolean } = {},
): Promise<Draft[]> {
  const drafts = await listDrafts(places);
  const asked = asPage(page);
  const wanted = drafts.filter((draft) => asked === 'all' || draft.page === asked);
  if (wanted.length === 0) {
    const known = [...new Set(drafts.map((draft) => draft.page))].join(', ');
    throw new PullError(`There is no draft of ${asked}. There are: ${known}`);
  }
  const toCopy = wanted.filter(({ isStub }) => hasTranslations || !isStub);
  const there = toCopy.filter(({ isPulled }) => isPulled);
  if (there.length > 0 && (asked !== 'all' || there.length === toCopy.length)) {
    const files = there.map(({ file }) => `content/${file}`).join(', ');
    throw new PullError(`${files}: there already. Nothing was copied; move it aside to have the draft instead.`);
  }
  const left = toCopy.filter(({ isPulled }) => !isPulled);
  for (const { file } of left) {
    const target = join(places.root, 'content', file);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(places.dataDir, draftsFolder, file), target, constants.COPYFILE_EXCL);
  }
  return left;
}

async function readDraft(folder: string, root: string, file: string): Promise<Draft> {
  const [kind = '', language = '', name = ''] = file.split('/');
  const text = await readFile(join(folder, file), 'utf8');
  const { title, source } = frontOf(text, file);
  return {
    file,
    page: `${kind}/${name.replace(/\.mdx$/, '')}`,
    title,
    isStub: source !== '' && source !== language,
    isPulled: await isThere(join(root, 'content', file)),
    toDos: text.split(`"${toDo} `).length - 1,
  };
}

function frontOf(text: string, file: string): { title: string; source: string } {
  const yaml = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
  const fields = yaml === undefined ? null : (parse(yaml) as Partial<Record<'title' | 'source', string>> | null);
  if (!fields) throw new PullError(`${file} has no front matter: make the draft again.`);
  return { title: fields.title ?? '', source: fields.source ?? '' };
}

/** As it may be pasted: `faq/en/wash-insoles.mdx` is `faq/wash-insoles`. */
function asPage(text: string): string {
  const parts = text
    .replace(/\.mdx$/, '')
    .split('/')
    .filter((part) => part !== '' && part !== 'content');
  return parts.length === 3 ? `${parts[0]}/${parts[2]}` : parts.join('/');
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
