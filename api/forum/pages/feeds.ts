import { Feed } from 'feed';
import { html } from 'hono/html';
import { threadUrl } from '../addresses.ts';
import type { Thread } from '../contract.ts';
import { listThreads } from '../list-threads.ts';
import { textOf } from '../plain-text.ts';
import { readThread } from '../read-thread.ts';
import { boardName, nameOf, type Surroundings } from './parts.ts';
import { pageTexts } from './texts.ts';

/** An Atom feed (RFC 4287) of the latest threads of a board, or of all. Throws `not-found` for a board that is none. */
export async function boardFeed(around: Surroundings, board: string | undefined): Promise<string> {
  const { services, language } = around;
  const says = pageTexts[language];
  const { threads } = await listThreads(services, { language, board });
  const path = `/${language}/forum/${board === undefined ? '' : `${board}/`}`;
  const name = board === undefined ? says.forum : boardName(around, board);
  const feed = feedAt(around, path, says.feedOf(name), Math.max(0, ...threads.map(({ lastPostAt }) => lastPostAt)));
  for (const thread of threads) {
    await addTo(feed, {
      id: `${services.publicUrl}${thread.url}`,
      title: thread.title,
      author: nameOf(thread.author, language),
      content: String(await html`<p>${thread.excerpt}</p>`),
      createdAt: thread.createdAt,
      changedAt: thread.lastPostAt,
    });
  }
  return feed.atom1();
}

/** The same of what was written last in a thread. Throws `not-found`. */
export async function threadFeed(around: Surroundings, number: number): Promise<string> {
  const { services, language } = around;
  const first = await readThread(services, number, null);
  const last: Thread = first.pages > 1 ? await readThread(services, number, null, first.pages) : first;
  const posts = [...(first.pages > 1 ? [] : [first.opening]), ...last.posts].toReversed();
  const says = pageTexts[language];
  const feed = feedAt(around, threadUrl(first), says.feedOf(first.title), first.lastPostAt);
  for (const post of posts) {
    await addTo(feed, {
      id: `${services.publicUrl}/${first.language}/forum/posts/${post.id}/`,
      title: post.isOpening ? first.title : `${first.title} — ${nameOf(post.author, language)}`,
      author: nameOf(post.author, language),
      content: post.html,
      createdAt: post.createdAt,
      changedAt: post.editedAt ?? post.createdAt,
    });
  }
  return feed.atom1();
}

function feedAt({ services, language }: Surroundings, path: string, title: string, updated: number): Feed {
  const page = `${services.publicUrl}${path}`;
  return new Feed({
    title: fit(`${title} | ${services.portal().name[language]}`),
    id: page,
    link: page,
    language,
    updated: new Date(updated),
    feedLinks: { atom: `${page}feed.xml` },
    author: { name: services.portal().organisation[language] },
    generator: 'Madoguchi',
  });
}

interface Entry {
  id: string;
  title: string;
  author: string;
  content: string;
  createdAt: number;
  changedAt: number;
}

async function addTo(feed: Feed, { id, title, author, content, createdAt, changedAt }: Entry) {
  feed.addItem({
    // The feed says that its titles are HTML.
    title: fit(String(await html`${title}`)),
    id,
    link: id,
    author: [{ name: fit(author) }],
    description: fit(String(await html`${textOf(content).slice(0, 300).toWellFormed()}`)),
    content: fit(content),
    published: new Date(createdAt),
    date: new Date(changedAt),
  });
}

/** Without what XML cannot say, however it is written (XML 1.0, 2.2). */
function fit(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
