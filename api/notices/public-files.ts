import { createHash } from 'node:crypto';
import type { Language } from '../../content/schema/languages.ts';
import { type Composed, composed } from '../http/composed.ts';
import type { BoardNeeds } from './board.ts';
import type { Notice, PublicNotice, PublicNotices } from './contract.ts';
import { noticeFeed } from './feed.ts';
import { historySlots } from './history-page.ts';
import { noticeUrl } from './render.ts';

interface Current {
  notice: Notice;
  html: Record<Language, string>;
}

/**
 * Every public file about notices by its site-absolute address: what is current for programs and open pages, the
 * history page, the feed; each in each language. `versions` change with what is current.
 */
export async function publicFilesOf(
  { portal, pages, publicUrl }: BoardNeeds,
  current: readonly Current[],
  begun: readonly (Notice & { changedAt: number })[],
): Promise<{ files: Map<string, Composed>; versions: Record<Language, string> }> {
  const { languages, timeZone, categories, name, organisation } = portal();
  const files = new Map<string, Composed>();
  const versions: Record<Language, string> = { ja: '', en: '' };
  for (const language of languages) {
    const listed = current.map((one) => publicNotice(one, language));
    versions[language] = listed.length > 0 ? versionOf(listed) : '';
    const list: PublicNotices = { version: versions[language], notices: listed };
    files.set(`/notices/${language}.json`, composed('application/json', JSON.stringify(list)));

    const texts = { language, timeZone, publicUrl, portalName: name[language], organisation: organisation[language] };
    const feed = await noticeFeed(begun, texts);
    files.set(`/${language}/notices/feed.xml`, composed('application/atom+xml; charset=utf-8', feed));

    const history = await pages.filled(
      `/${language}/notices/`,
      historySlots(begun, { language, timeZone, categories }),
    );
    if (history !== null) files.set(`/${language}/notices/`, composed('text/html; charset=utf-8', history));
  }
  return { files, versions };
}

function publicNotice({ notice, html }: Current, language: Language): PublicNotice {
  const { id, kind, severity, title, text, startsAt, endsAt, categories, updates } = notice;
  return {
    id,
    kind,
    severity,
    title: title[language],
    text: text[language],
    startsAt: iso(startsAt),
    endsAt: endsAt === null ? null : iso(endsAt),
    categories,
    updates: updates.map(({ createdAt, text, isSolved }) => ({ at: iso(createdAt), text: text[language], isSolved })),
    url: noticeUrl(notice, language),
    html: html[language],
  };
}

function versionOf(listed: readonly PublicNotice[]): string {
  return createHash('sha256').update(JSON.stringify(listed)).digest('hex').slice(0, 12);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
