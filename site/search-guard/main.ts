import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { QuestionIndexFile } from '../../components/search/core/question-index.ts';
import { languages } from '../../content/schema.ts';
import { printed } from '../content-check/finding.ts';
import { readExpectations, unmet } from './guard.ts';

/* Holds the current build's search against content/search-expectations.tsv. */

const root = join(import.meta.dirname, '../..');
const distDir = resolve(root, process.env['DIST_DIR'] ?? 'dist');
const file = 'content/search-expectations.tsv';

const build = (await readFile(join(distDir, 'current'), 'utf8')).trim();
const indexes = await Promise.all(
  languages.map(async (language) => {
    const path = join(distDir, 'builds', build, 'site/search', `${language}.json`);
    return JSON.parse(await readFile(path, 'utf8')) as QuestionIndexFile;
  }),
);
const { expectations, findings } = readExpectations(file, await readFile(join(root, file), 'utf8'));
const wrong = [...findings, ...unmet(file, expectations, indexes)];
if (wrong.length > 0) {
  console.error(`${printed(wrong)}\n\n${wrong.length} of ${expectations.length} queries do not find their page`);
  process.exitCode = 1;
} else {
  process.stdout.write(`All ${expectations.length} queries find their page\n`);
}
