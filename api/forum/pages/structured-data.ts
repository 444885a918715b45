import type { ForumAuthor, ForumPost, Thread } from '../contract.ts';
import { postUrl, threadUrl } from '../addresses.ts';
import { textOf } from '../plain-text.ts';
import { nameOf, type Surroundings } from './parts.ts';
import { pageTexts } from './texts.ts';

/** A thing as schema.org describes it. */
export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

/** Longer texts say no more to a search engine. */
const longestText = 5000;

/**
 * A thread as search engines ask for it: a question with its answers (QAPage), anything else as a posting with comments.
 * Authors are what everybody sees: the name they gave themselves, or the shop.
 */
export function threadThings(around: Surroundings, thread: Thread, boardTitle: string): Thing[] {
  const { services, language } = around;
  const whole = (address: string) => `${services.publicUrl}${address}`;
  const says = pageTexts[language];
  const trail = [
    { title: says.home, url: `/${language}/` },
    { title: says.forum, url: `/${language}/forum/` },
    { title: boardTitle, url: `/${language}/forum/${thread.board}/` },
    { title: thread.title, url: threadUrl(thread) },
  ];
  return [
    thread.kind === 'question' ? questionPage(around, thread, whole) : posting(around, thread, whole),
    {
      '@type': 'BreadcrumbList',
      itemListElement: trail.map(({ title, url }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: title,
        item: whole(url),
      })),
    },
  ];
}

function questionPage(around: Surroundings, thread: Thread, whole: (address: string) => string): Thing {
  const { opening, accepted, posts, replies, meToos } = thread;
  const others = posts.filter(({ visibility, id }) => visibility === 'visible' && id !== accepted?.id);
  const answer = (post: ForumPost) => ({
    '@type': 'Answer',
    text: plain(post),
    url: whole(postUrl(thread, post.id, thread.page)),
    ...dated(post),
    upvoteCount: 0,
    author: authorThing(around, post.author),
  });
  return {
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: thread.title,
      text: plain(opening),
      url: whole(threadUrl(thread)),
      answerCount: replies,
      upvoteCount: meToos,
      ...dated(opening),
      author: authorThing(around, opening.author),
      ...(accepted ? { acceptedAnswer: answer(accepted) } : {}),
      ...(others.length > 0 ? { suggestedAnswer: others.map(answer) } : {}),
    },
  };
}

function posting(around: Surroundings, thread: Thread, whole: (address: string) => string): Thing {
  const { opening, posts, replies } = thread;
  return {
    '@type': 'DiscussionForumPosting',
    headline: thread.title,
    text: plain(opening),
    url: whole(threadUrl(thread)),
    mainEntityOfPage: whole(threadUrl(thread)),
    ...dated(opening),
    author: authorThing(around, opening.author),
    commentCount: replies,
    comment: posts
      .filter(({ visibility }) => visibility === 'visible')
      .map((post) => ({
        '@type': 'Comment',
        text: plain(post),
        url: whole(postUrl(thread, post.id, thread.page)),
        ...dated(post),
        author: authorThing(around, post.author),
      })),
  };
}

function authorThing({ services, language }: Surroundings, author: ForumAuthor) {
  if (author.isStaff) return { '@type': 'Organization', name: services.portal().organisation[language] };
  const url = author.name ? { url: `${services.publicUrl}/${language}/forum/members/${author.id}/` } : {};
  return { '@type': 'Person', name: nameOf(author, language), ...url };
}

function dated({ createdAt, editedAt }: ForumPost) {
  const published = { datePublished: new Date(createdAt).toISOString() };
  return editedAt === null ? published : { ...published, dateModified: new Date(editedAt).toISOString() };
}

function plain({ html }: ForumPost): string {
  return textOf(html).slice(0, longestText).toWellFormed();
}

/** Things as the text of a script of data. No text in them can end it: `<` is written as JSON's own escape. */
export function scriptText(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
