import { html } from 'hono/html';
import type { ForumMember } from '../contract.ts';
import { privateHead } from './head.ts';
import { nameOf, type Surroundings, timeTag, whoTag } from './parts.ts';
import { threadList } from './thread-list.ts';
import { pageTexts } from './texts.ts';

/** A member as everybody sees them; `null` when the build has no such page. Search engines are not to show people. */
export function memberPage(around: Surroundings, member: ForumMember): Promise<string | null> {
  const { services, language } = around;
  const says = pageTexts[language];
  const { author, posts, accepted, since, threads } = member;
  const name = nameOf(author, language);
  return services.pages.filled(`/${language}/forum/members/shell/`, {
    'page-title': html`${name} | ${services.portal().name[language]}`,
    'page-head': privateHead(),
    who: whoTag(around, `/${language}/forum/members/${author.id}/`),
    name: html`<bdi>${name}</bdi>`,
    member: html`<p class="thread-facts">
      ${author.isStaff ? html`<span class="forum-mark" data-mark="staff">${says.staff}</span>` : ''}
      <span>${says.since} ${timeTag(around, since, 'day')}</span> <span>${says.posts(posts)}</span>
      ${accepted > 0 ? html`<span>${says.acceptedCount(accepted)}</span>` : ''}
    </p>`,
    threads: threads.length > 0 ? threadList(around, threads, { withBoard: true, none: says.none }) : '',
  });
}
