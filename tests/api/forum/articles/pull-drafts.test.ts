import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createDrafts } from '../../../../api/forum/articles/drafts.ts';
import { listDrafts, PullError, pullDrafts } from '../../../../api/forum/articles/pull-drafts.ts';

const text = (title: string) =>
  `---\ntitle: "${title}"\nasked:\n  - "TODO another wording 1"\nsource: "en"\n---\n\nBy hand.\n`;

async function places() {
  const root = await mkdtemp(join(tmpdir(), 'madoguchi-drafts-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const dataDir = join(root, 'data');
  const drafts = createDrafts(dataDir);
  await drafts.write('faq/en/wash-insoles.mdx', text('Washing insoles'));
  await drafts.write('faq/ja/wash-insoles.mdx', text('Washing insoles'));
  return { root, dataDir, drafts };
}

async function why(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PullError);
  return (error as Error).message;
}

it('drafts are listed with what is left to do', async () => {
  expect(await listDrafts(await places())).toMatchObject([
    {
      file: 'faq/en/wash-insoles.mdx',
      page: 'faq/wash-insoles',
      title: 'Washing insoles',
      isStub: false,
      isPulled: false,
      toDos: 1,
    },
    { file: 'faq/ja/wash-insoles.mdx', isStub: true },
  ]);
});

it('a draft is copied into the content, its beginning of a translation only if asked', async () => {
  const where = await places();
  expect((await pullDrafts(where, 'content/faq/en/wash-insoles.mdx')).map(({ file }) => file)).toEqual([
    'faq/en/wash-insoles.mdx',
  ]);
  expect(await readFile(join(where.root, 'content/faq/en/wash-insoles.mdx'), 'utf8')).toBe(text('Washing insoles'));
  expect((await pullDrafts(where, 'all', { hasTranslations: true })).map(({ file }) => file)).toEqual([
    'faq/ja/wash-insoles.mdx',
  ]);
});

it('nothing that is there is overwritten', async () => {
  const where = await places();
  const file = join(where.root, 'content/faq/en/wash-insoles.mdx');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, 'mine');
  expect(await why(pullDrafts(where, 'faq/wash-insoles'))).toContain('content/faq/en/wash-insoles.mdx: there already');
  expect(await why(pullDrafts(where, 'all'))).toContain('Nothing was copied');
  expect(await readFile(file, 'utf8')).toBe('mine');
});

it('says what there is when a draft is not there, and where it looked when there is none', async () => {
  const where = await places();
  expect(await why(pullDrafts(where, 'faq/wash'))).toBe('There is no draft of faq/wash. There are: faq/wash-insoles');
  const nowhere = { ...where, dataDir: join(where.root, 'nowhere') };
  expect(await why(listDrafts(nowhere))).toContain(join(where.root, 'nowhere/drafts'));
  await where.drafts.write('faq/en/broken.mdx', 'no front matter');
  expect(await why(listDrafts(where))).toContain('faq/en/broken.mdx has no front matter');
});
