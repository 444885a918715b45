import { parseArgs } from 'node:util';
import type { Language } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { BookletName } from './booklets.ts';

/** Something the person at the terminal can mend; shown without a stack. */
export class PrintError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PrintError';
  }
}

export interface PrintArguments {
  languages: string[];
  categories: string[];
  isAll: boolean;
  isHelp: boolean;
  /** A folder to print into instead of where the site takes booklets from. */
  to: string | null;
}

export const usage = `npm run print -- <what> [--to <folder>]

Prints booklets (PDF) of the help centre, and links them from its pages.

  --language <language>   everything in a language; with --category, that category in this language only
  --category <slug>       one category, in every language of the portal; may be given more than once
  --all                   every language and every category; with --language, of this language only
  --to <folder>           print into this folder, and link nothing
  --help                  this

  npm run print -- --language ja
  npm run print -- --category returns
  npm run print -- --all --to booklets`;

/** Reads the command line. Throws `PrintError` for what it does not know, and when nothing is asked for. */
export function readArguments(args: readonly string[]): PrintArguments {
  const values = parsed(args);
  const { language = [], category = [], all = false, help = false, to = null } = values;
  if (all && category.length > 0)
    throw new PrintError(`--all prints every category: leave out --category.\n\n${usage}`);
  if (!help && !all && language.length + category.length === 0) {
    throw new PrintError(`Say what to print.\n\n${usage}`);
  }
  return { languages: language, categories: category, isAll: all, isHelp: help, to };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        language: { type: 'string', multiple: true },
        category: { type: 'string', multiple: true },
        all: { type: 'boolean' },
        help: { type: 'boolean' },
        to: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    throw new PrintError(`${reason.replace(/\.$/, '')}.\n\n${usage}`);
  }
}

/** The booklets that are asked for. Throws `PrintError` for a language or a category that the portal does not have. */
export function wantedBooklets(
  { languages, categories, isAll }: Pick<PrintArguments, 'languages' | 'categories' | 'isAll'>,
  portal: Pick<Portal, 'languages' | 'categories'>,
): BookletName[] {
  const slugs = portal.categories.map(({ slug }) => slug);
  for (const language of languages) expectKnown('language', language, portal.languages);
  for (const category of categories) expectKnown('category', category, slugs);
  const inLanguages = languages.length > 0 ? (languages as Language[]) : portal.languages;
  const parts: (string | null)[] = isAll ? [null, ...slugs] : categories.length > 0 ? categories : [null];
  return [...new Set(inLanguages)].flatMap((language) =>
    [...new Set(parts)].map((category) => ({ language, category })),
  );
}

function expectKnown(what: string, given: string, known: readonly string[]): void {
  if (known.includes(given)) return;
  throw new PrintError(`There is no ${what} "${given}" in content/portal.yaml. It has: ${known.join(', ')}`);
}
