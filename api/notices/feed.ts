import { Feed } from 'feed';
import { html } from 'hono/html';
import type { Language } from '../../content/schema/languages.ts';
import type { Notice } from './contract.ts';
import { noticeUrl, paragraphs } from './render.ts';
import { noticeTexts } from './texts.ts';
import { spanOf, timeTag } from './times.ts';

const mostEntries = 50;

export interface FeedNeeds {
  language: Language;
  timeZone: string;
  publicUrl: string;
  portalName: string;
  organisation: string;
}

/** An Atom feed (RFC 4287) of what has begun, the latest first. Its texts are fit for XML since they were sent. */
export async function noticeFeed(
  notices: readonly (Notice & { changedAt: number })[],
  { language, timeZone, publicUrl, portalName, organisation }: FeedNeeds,
): Promise<string> {
  const says = noticeTexts[language];
  const page = `${publicUrl}/${language}/notices/`;
  const latest = notices.slice(0, mostEntries);
  const feed = new Feed({
    title: says.feedTitle(portalName),
    id: page,
    link: page,
    language,
    updated: new Date(Math.max(0, ...latest.map(lastChange))),
    feedLinks: { atom: `${page}feed.xml` },
    author: { name: organisation },
    generator: 'Madoguchi',
  });
  for (const notice of latest) {
    const link = `${publicUrl}${noticeUrl(notice, language)}`;
    feed.addItem({
      // The feed says that its titles are HTML.
      title: String(await html`${says.kinds[notice.kind]}${language === 'ja' ? '：' : ': '}${notice.title[language]}`),
      id: link,
      link,
      published: new Date(notice.startsAt),
      date: new Date(lastChange(notice)),
      content: String(await contentOf(notice, language, timeZone)),
    });
  }
  return feed.atom1();
}

/** When readers last learned something new: a change before the start was nobody's to see; an end by itself counts. */
function lastChange({ startsAt, endsAt, changedAt, view }: Notice & { changedAt: number }): number {
  return Math.max(startsAt, changedAt, view === 'ended' ? (endsAt ?? 0) : 0);
}

async function contentOf(notice: Notice, language: Language, timeZone: string) {
  return html`<p>${spanOf(notice, language, timeZone)}</p>
    ${paragraphs(notice.text[language])}${notice.updates.map(
      ({ createdAt, text }) =>
        html`<p>${timeTag(createdAt, language, timeZone)}</p>
          ${paragraphs(text[language])}`,
    )}`;
}
