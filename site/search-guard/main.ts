import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { QuestionIndexFile } from '../../components/search/core/question-index.ts';
import { openQuestions, type Questions } from '../../components/search/core/questions.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { PortalSnapshot } from '../../content/schema/snapshot.ts';
import { printed } from '../content-check/finding.ts';
import { readExpectations, unmet } from './guard.ts';

/* Holds the current build's search against content/search-expectations.tsv. */

const root = join(import.meta.dirname, '../..');
const distDir = resolve(root, process.env['DIST_DIR'] ?? 'dist');
const file = 'content/search-expectations.tsv';

const build = (await readFile(join(distDir, 'current'), 'utf8')).trim();
const folder = join(distDir, 'builds', build);
const { portal, articles } = (await read(join(folder, 'portal.json'))) as PortalSnapshot;
const load = (path: string) => read(join(folder, 'site/search', path));
const indexes = new Map<Language, Questions>();
for (const language of portal.languages)
  indexes.set(language, openQuestions((await load(`${language}.json`)) as QuestionIndexFile, load));
const { expectations, findings } = readExpectations(file, await readFile(join(root, file), 'utf8'));
const pages = new Set(articles.map(({ url }) => url));
const wrong = [...findings, ...(await unmet(file, expectations, indexes, pages))];
if (wrong.length > 0) {
  console.error(`${printed(wrong)}\n\n${wrong.length} of ${expectations.length} queries do not find their page`);
  process.exitCode = 1;
} else {
  process.stdout.write(`All ${expectations.length} queries find their page\n`);
}

async function read(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
