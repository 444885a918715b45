import { raw } from 'hono/html';
import type { Language } from '../../../content/schema/languages.ts';
import { firstHeading } from '../markdown.ts';

const tables: Record<Language, string> = { ja: '表', en: 'Table' };

/**
 * What somebody wrote, for its place in a page: its headings follow the one above it, which is of the level before `level`,
 * its tables scroll by themselves, by keyboard as well, and on paper no address stands twice. Only for HTML that the sanitiser let through.
 */
export function bodyOf(html: string, level: 2 | 3, language: Language) {
  return raw(
    html
      .replaceAll(
        /<(\/?)h([4-6])>/g,
        (_, slash: string, given: string) => `<${slash}h${Number(given) - firstHeading + level}>`,
      )
      .replaceAll('<table>', `<div class="table" tabindex="0" role="group" aria-label="${tables[language]}"><table>`)
      .replaceAll('</table>', '</table></div>')
      .replaceAll(/<a href="([^"]*)"([^>]*)>\1<\/a>/g, '<a href="$1"$2 data-printed="">$1</a>'),
  );
}
