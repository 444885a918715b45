import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { dateInZone, dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { PortalSnapshot } from '../../content/schema/snapshot.ts';
import { buildIfChanged } from '../build/build-if-changed.ts';
import { ContentError } from '../build/content-error.ts';
import { PrintError, readArguments, usage, wantedBooklets } from './arguments.ts';
import { articlesOf, type Booklet, bookletFile, type BookletName, bookletsFolder, listBooklets } from './booklets.ts';
import { chaptersOf } from './chapters.ts';
import { ChromiumError, startChromium } from '../chromium/start.ts';
import { hasTypeFor } from '../chromium/type.ts';
import { editionOf } from './edition.ts';
import { printBooklet } from './print-booklet.ts';
import { sizeText } from './size-text.ts';
import { siteVersion } from './version.ts';

/* Prints booklets from the current build, and builds again so that the site links them. */

const root = join(import.meta.dirname, '../..');
const distDir = resolve(root, process.env['DIST_DIR'] ?? 'dist');
const origin = new URL(process.env['PUBLIC_URL'] || 'http://localhost:4321').origin;
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  await print();
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof PrintError || error instanceof ChromiumError || error instanceof ContentError;
  console.error(isExpected ? `\n${error.message}\n` : error);
  process.exit(1);
}

async function print(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.isHelp) {
    say(usage);
    return;
  }
  const id = await buildIfChanged({ root, distDir, say });
  const folder = join(distDir, 'builds', id);
  const snapshot = JSON.parse(await readFile(join(folder, 'portal.json'), 'utf8')) as PortalSnapshot;
  const names = wantedBooklets(asked, snapshot.portal).filter((name) => isNotEmpty(snapshot, name));
  if (names.length === 0) throw new PrintError('There is nothing to print.');
  if (!process.env['PUBLIC_URL']) say(`PUBLIC_URL is not set: QR codes and addresses lead to ${origin}.`);

  const to = asked.to === null ? bookletsFolder(distDir) : resolve(asked.to);
  await makeFolder(to);
  const browser = await startChromium();
  try {
    for (const language of new Set(names.map((name) => name.language))) await warnWithoutType(browser, language);
    const booklets: Booklet[] = [];
    for (const name of names) booklets.push(await printInto(to, browser, join(folder, 'site'), snapshot, name));
    if (asked.to !== null) return;
    await listBooklets(distDir, booklets);
  } finally {
    await browser.close();
  }
  await buildIfChanged({ root, distDir, say });
}

function isNotEmpty(snapshot: PortalSnapshot, name: BookletName): boolean {
  if (articlesOf(snapshot.articles, name).length > 0) return true;
  say(`${name.category ?? 'The portal'} has no articles in ${name.language}: no booklet.`);
  return false;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new PrintError(`${folder} cannot be written${reason}. Name a folder that can: --to booklets`);
  }
}

async function warnWithoutType(browser: Browser, language: Language): Promise<void> {
  const context = await browser.newContext();
  const isThere = await hasTypeFor(context, language);
  await context.close();
  if (!isThere)
    say(`This machine has no type for "${language}": the text will be empty boxes. Install fonts-noto-cjk.`);
}

async function printInto(
  to: string,
  browser: Browser,
  siteFolder: string,
  snapshot: PortalSnapshot,
  name: BookletName,
): Promise<Booklet> {
  const { language } = name;
  const printed = dateInZone(Date.now(), snapshot.portal.timeZone);
  const date = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(printed),
  );
  const chapters = chaptersOf(snapshot, name);
  const version = await siteVersion(root);
  const edition = await editionOf(root, articlesOf(snapshot.articles, name));
  const context = await browser.newContext();
  const source = { siteFolder, snapshot, name, chapters, origin, version, date };
  const { pdf, pages } = await printBooklet(context, source);
  await context.close();
  const file = bookletFile(name);
  await writeFile(join(to, `${file}.${process.pid}`), pdf);
  await rename(join(to, `${file}.${process.pid}`), join(to, file));
  say(`${join(to, file)}  ${pages} pages, ${sizeText(pdf.length)}`);
  return { ...name, file, pages, bytes: pdf.length, edition, printed };
}
