import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import type { PortalSnapshot } from '../../content/schema/snapshot.ts';
import { bookletArticle, type Surroundings } from './booklet-article.ts';
import type { BookletName } from './booklets.ts';
import { type Chapter, peoplePlace, placeOf } from './chapters.ts';
import { backPage, contentsPage, coverPage, type Imprint } from './booklet-leaves.ts';
import { cssString, escaped } from './markup.ts';
import { printMessages } from './messages.ts';

export interface BookletSource {
  siteFolder: string;
  snapshot: PortalSnapshot;
  name: BookletName;
  chapters: Chapter[];
  /** Where the site lives: `https://help.example.com`. */
  origin: string;
  version: string;
  /** The day of the edition as it is written: 2026年11月22日. */
  date: string;
}

/** In the order in which one overrides another. */
const bookletStyles = ['booklet.css', 'booklet-leaves.css', 'booklet-article.css', 'booklet-flow.css'];

/** The whole booklet as one page of HTML, from the built pages of its articles; page numbers as far as they are known. */
export async function bookletPage(source: BookletSource, pages: ReadonlyMap<string, number>): Promise<string> {
  const { siteFolder, snapshot, name, chapters, origin } = source;
  const { language } = name;
  const says = printMessages[language];
  const read = (url: string) => readFile(join(siteFolder, url, 'index.html'), 'utf8');
  const home = parse(await read(`/${language}/`));
  const articles = chapters.flatMap((chapter) => chapter.articles);
  const places = new Map([
    [`/${language}/contact/`, peoplePlace],
    ...articles.map((article) => [article.url, placeOf(article)] as const),
  ]);
  const around: Surroundings = { places, pages, origin, says };
  const printed = await Promise.all(
    chapters.map(async (chapter, index) => {
      const texts = await Promise.all(
        chapter.articles.map(async (article) => bookletArticle(await read(article.url), article, around)),
      );
      const lead = chapter.lead ? `<p class="chapter-lead">${escaped(chapter.lead)}</p>` : '';
      const head = `<header class="chapter-head"><h1>${escaped(chapter.title)}</h1>${lead}</header>`;
      return `<section class="chapter" data-chapter="${index}">${head}${texts.join('\n')}</section>`;
    }),
  );
  const imprint: Imprint = { ...source, says, title: titleOf(source), url: liveUrl(source), portal: snapshot.portal };
  const styles = home
    .querySelectorAll('link[rel="stylesheet"]')
    .map((link) => link.outerHTML)
    .join('');
  const css = await Promise.all(bookletStyles.map((file) => readFile(join(import.meta.dirname, file), 'utf8')));
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(`${imprint.title} | ${snapshot.portal.name[language]}`)}</title>${styles}
<style>${css.join('')}${runningHeads(source)}</style></head>
<body class="booklet">
${coverPage(imprint, home.querySelector('.brand-mark')?.outerHTML ?? '')}
${contentsPage(imprint, chapters, pages)}
${printed.join('\n')}
${backPage(imprint, home.querySelector('.channels')?.outerHTML ?? '')}
</body></html>`;
}

/** What the cover says: the category, or that it is all there is. */
function titleOf({ snapshot: { portal }, name: { language, category } }: BookletSource): string {
  const found = portal.categories.find(({ slug }) => slug === category);
  return found?.name[language] ?? printMessages[language].booklet.whole;
}

/** Where the booklet's text is kept up to date. */
function liveUrl({ origin, name: { language, category } }: BookletSource): string {
  return `${origin}/${language}/${category === null ? '' : `categories/${category}/`}`;
}

/** Each chapter has pages of its own name, whose head says where the reader is. */
function runningHeads(source: BookletSource): string {
  const { snapshot, name, chapters } = source;
  const portalName = snapshot.portal.name[name.language];
  const book = name.category === null ? portalName : `${portalName} ｜ ${titleOf(source)}`;
  const family =
    name.language === 'ja' ? "'Noto Sans CJK JP', 'Hiragino Sans', sans-serif" : "'Helvetica Neue', Arial, sans-serif";
  const box = (side: string, text: string) =>
    `@top-${side}{content:${cssString(text)};font-family:${family};font-size:7.5pt;color:#555;vertical-align:bottom;padding-bottom:5mm}`;
  const pages = chapters.map(
    ({ title }, index) =>
      `@page chapter-${index}{${box('left', book)}${box('right', title)}}[data-chapter="${index}"]{page:chapter-${index}}`,
  );
  const rest = `@page rest{${box('left', book)}${box('right', printMessages[name.language].booklet.people)}}`;
  const contents = `@page contents{${box('left', book)}${box('right', printMessages[name.language].booklet.contents)}}`;
  return [...pages, rest, contents].join('\n');
}
