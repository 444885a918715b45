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
 * A thread as search engines ask for it: a question with its answers (QAPage, which Google wants at least one for, and on one
 * page only), anything else as a posting with comments: what its page shows, and no more. Authors are what everybody sees:
 * the name they gave themselves, or the shop.
 */
export function threadThings(around: Surroundings, thread: Thread, boardTitle: string, acceptedAt: string): Thing[] {
  const { services, language } = around;
  const whole = (address: string) => `${services.publicUrl}${address}`;
  const says = pageTexts[language];
  const trail = [
    { title: says.home, url: `/${language}/` },
    { title: says.forum, url: `/${language}/forum/` },
    { title: boardTitle, url: `/${language}/forum/${thread.board}/` },
    { title: thread.title, url: threadUrl(thread) },
  ];
  const things = thingsOf(around, { thread, replies: repliesWithText(thread), acceptedAt, whole });
  return [
    ...things,
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

function thingsOf(around: Surroundings, page: ThreadOnPage): Thing[] {
  const { thread, replies } = page;
  if (thread.kind !== 'question') return [posting(around, page)];
  if (thread.page > 1) return [];
  return [replies.length > 0 || acceptedIn(thread) ? questionPage(around, page) : posting(around, page)];
}

/** Those of the page that everybody sees. One that is a picture and nothing else has no text to give. */
function repliesWithText({ posts }: Thread): ForumPost[] {
  return posts.filter(({ visibility, html }) => visibility === 'visible' && textOf(html) !== '');
}

function acceptedIn({ accepted }: Thread): ForumPost | null {
  return accepted && textOf(accepted.html) !== '' ? accepted : null;
}

interface ThreadOnPage {
  thread: Thread;
  replies: readonly ForumPost[];
  /** The accepted answer's own place. */
  acceptedAt: string;
  whole: (address: string) => string;
}

function questionPage(around: Surroundings, page: ThreadOnPage): Thing {
  const { thread, replies, acceptedAt, whole } = page;
  const accepted = acceptedIn(thread);
  const answer = (post: ForumPost, address = postUrl(thread, post.id, thread.page)) => ({
    ...said(around, post, 'Answer', whole(address)),
    upvoteCount: 0,
  });
  const others = replies.filter(({ id }) => id !== accepted?.id);
  return {
    '@type': 'QAPage',
    mainEntity: {
      ...opened(around, page, 'Question', 'name'),
      answerCount: thread.replies,
      upvoteCount: thread.meToos,
      ...(accepted ? { acceptedAnswer: answer(accepted, acceptedAt) } : {}),
      ...(others.length > 0 ? { suggestedAnswer: others.map((post) => answer(post)) } : {}),
    },
  };
}

function posting(around: Surroundings, page: ThreadOnPage): Thing {
  const { thread, replies, whole } = page;
  const comment = replies.map((post) => said(around, post, 'Comment', whole(postUrl(thread, post.id, thread.page))));
  return {
    ...opened(around, page, 'DiscussionForumPosting', 'headline'),
    mainEntityOfPage: whole(threadUrl(thread)),
    commentCount: thread.replies,
    ...(comment.length > 0 ? { comment } : {}),
  };
}

/** What a thread begins with; its text stands on the first page only. */
function opened(around: Surroundings, { thread, whole }: ThreadOnPage, type: string, title: 'name' | 'headline') {
  const { text, ...rest } = said(around, thread.opening, type, whole(threadUrl(thread)));
  return { ...rest, [title]: thread.title, ...(thread.page === 1 ? { text: text || thread.title } : {}) };
}

function said(around: Surroundings, post: ForumPost, type: string, url: string) {
  const { createdAt, editedAt, author, html } = post;
  return {
    '@type': type,
    text: textOf(html).slice(0, longestText).toWellFormed(),
    url,
    datePublished: new Date(createdAt).toISOString(),
    ...(editedAt === null ? {} : { dateModified: new Date(editedAt).toISOString() }),
    author: authorThing(around, author),
  };
}

function authorThing({ services, language }: Surroundings, author: ForumAuthor) {
  if (author.isStaff) return { '@type': 'Organization', name: services.portal().organisation[language] };
  const url = author.name ? { url: `${services.publicUrl}/${language}/forum/members/${author.id}/` } : {};
  return { '@type': 'Person', name: nameOf(author, language), ...url };
}

/** Things as the text of a script of data. No text in them can end it: `<` is written as JSON's own escape. */
export function scriptText(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
