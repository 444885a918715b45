import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Feed } from 'feed';
import { type HTMLElement, parse } from 'node-html-parser';
import { kinds } from '../../components/search/kinds.ts';
import type { Journal } from '../../content/schema/journal.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { PostSummary } from '../../content/schema/posts.ts';
import { escapeText } from '../article-text/html.ts';

/** Posts in a feed, the newest: what is older is on the site. */
const mostPosts = 30;

/** Writes `/<language>/posts/feed.xml` (Atom, RFC 4287), with the whole text of each post, taken from its built page. */
export async function writeFeeds(
  siteFolder: string,
  portal: Portal,
  journal: Journal,
  posts: readonly PostSummary[],
): Promise<void> {
  for (const language of portal.languages) {
    const own = posts.filter((post) => post.language === language).slice(0, mostPosts);
    if (own.length === 0) continue;
    const pages = await Promise.all(
      own.map(async (post) => {
        const html = await readFile(join(siteFolder, post.url, 'index.html'), 'utf8');
        return { ...post, ...wholeText(html, post.url) };
      }),
    );
    const file = join(siteFolder, language, 'posts/feed.xml');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, feedOf(language, portal, journal, pages));
  }
}

interface WholePost extends PostSummary {
  /** Whole address of its page. */
  address: string;
  content: string;
}

/** The text of a post's page for readers elsewhere: every address in it a whole one, nothing that runs. */
export function wholeText(html: string, url: string): { address: string; content: string } {
  const page = parse(html, { comment: false });
  const address = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const text = page.querySelector('.article .prose');
  if (!address || !text) throw new Error(`${url} has no text or no address for a feed`);
  for (const element of text.querySelectorAll('script, style, button, form')) element.remove();
  for (const name of ['href', 'src', 'poster']) {
    for (const element of text.querySelectorAll(`[${name}]`)) makeWhole(element, name, address);
  }
  for (const element of text.querySelectorAll('[srcset], [class]')) {
    element.removeAttribute('srcset');
    element.removeAttribute('class');
  }
  return { address, content: text.innerHTML.trim() };
}

function makeWhole(element: HTMLElement, name: string, base: string): void {
  element.setAttribute(name, new URL(element.getAttribute(name) ?? '', base).href);
}

function feedOf(language: Language, portal: Portal, journal: Journal, posts: readonly WholePost[]): string {
  const base = posts[0]?.address ?? '';
  const whole = (address: string) => new URL(address, base).href;
  const list = whole(`/${language}/posts/`);
  const feed = new Feed({
    id: list,
    title: `${kinds[language].posts} | ${portal.name[language]}`,
    description: journal.description[language],
    link: list,
    feedLinks: { atom: whole(`/${language}/posts/feed.xml`) },
    language,
    updated: dayAsDate(posts.map(changedOn).sort().at(-1) ?? ''),
    author: { name: portal.organisation[language], link: whole(`/${language}/`) },
    generator: false,
  });
  for (const post of posts) {
    feed.addItem({
      id: post.address,
      link: post.address,
      // The feed says that its texts are HTML.
      title: escapeText(post.title),
      description: escapeText(post.summary),
      content: post.content,
      published: dayAsDate(post.published),
      date: dayAsDate(changedOn(post)),
      author: post.authors.map((author) => ({
        name: journal.authors[author]?.name[language] ?? author,
        link: whole(`/${language}/posts/authors/${author}/`),
      })),
      category: post.tags.map((tag) => ({
        name: journal.tags[tag]?.[language] ?? tag,
        term: tag,
        scheme: whole(`/${language}/posts/`),
      })),
    });
  }
  return feed.atom1();
}

function changedOn({ published, updated }: PostSummary): string {
  return updated ?? published;
}

/** A feed wants a time of day: the first of the day. */
function dayAsDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
