import { html } from 'hono/html';
import type { Fragment } from '../../http/pages.ts';
import type { OwnStanding } from '../../moderation/contract.ts';
import { type OwnFlag, ownFlags } from '../../moderation/own-flags.ts';
import { ownStanding } from '../../moderation/own-standing.ts';
import { privateHead } from './head.ts';
import { aboutDecision } from './own-appeal.ts';
import { ownFlagList } from './own-flags.ts';
import { invitation, type Surroundings, timeTag, whoTag } from './parts.ts';
import { pageTexts } from './texts.ts';

/**
 * One's own posts and what became of them; `null` when the build has no such page. `appealing` is the post for which a
 * second look was asked, where that did not come through.
 */
export async function ownPage(around: Surroundings, appealing?: string): Promise<string | null> {
  const { services, language, reader } = around;
  const says = pageTexts[language];
  const own = reader ? await Promise.all([ownStanding(services, reader), ownFlags(services, reader)]) : null;
  return services.pages.filled(`/${language}/forum/own/`, {
    'page-title': html`${says.own} | ${services.portal().name[language]}`,
    'page-head': privateHead(),
    who: whoTag(around, `/${language}/forum/own/`),
    invitation: reader ? '' : invitation(language, says.signInToSee, `/${language}/forum/own/`),
    own: own === null ? '' : whatIsOwn(around, ...own, appealing),
  });
}

function whatIsOwn(
  around: Surroundings,
  { posts }: OwnStanding,
  flags: readonly OwnFlag[],
  appealing?: string,
): Fragment {
  return html`${ownPosts(around, posts, appealing)} ${ownFlagList(around, flags)}`;
}

function ownPosts(around: Surroundings, posts: OwnStanding['posts'], appealing?: string): Fragment {
  const says = pageTexts[around.language];
  if (posts.length === 0) return html`<p class="forum-none">${says.noneOwn}</p>`;
  return html`<ol class="threads">
    ${posts.map(
      (post) =>
        html`<li class="thread-item" data-post="${post.id}">
          <h2>
            <a href="${post.url}"><bdi>${post.title}</bdi></a>
          </h2>
          <p class="thread-excerpt">${post.excerpt}</p>
          <p class="thread-facts">
            <span class="forum-mark" data-mark="${post.visibility}">${says.visibilities[post.visibility]}</span>
            ${timeTag(around, post.createdAt)}
          </p>
          ${standing(around, post)} ${decided(around, post.decision)}
          ${aboutDecision(around, post, post.id === appealing)}
        </li>`,
    )}
  </ol>`;
}

/** Of what not everybody sees: what it is, and what happens next. */
function standing({ language }: Surroundings, { visibility, decision }: OwnStanding['posts'][number]): Fragment | '' {
  if (visibility === 'visible') return '';
  const says = pageTexts[language];
  if (decision?.action === 'to-ticket') return html`<p>${says.madePrivate}</p>`;
  return html`<p>${{ ...says.standing, ...says.standingHere }[visibility]}</p>`;
}

/** Whose role decided, by which rule, and what the moderator added. */
function decided(around: Surroundings, decision: OwnStanding['posts'][number]['decision']): Fragment | '' {
  if (!decision) return '';
  const { services, language } = around;
  const says = pageTexts[language];
  const rule = services.portal().forum?.rules.find(({ id }) => id === decision.rule);
  return html`<p class="form-note">${says.decidedBy[decision.role]} ${timeTag(around, decision.at)}</p>
    ${
      rule
        ? html`<p>
            ${says.byRule} <a href="/${language}/forum/guidelines/#rule-${rule.id}">${rule.title[language]}</a>
          </p>`
        : ''
    }${decision.note ? html`<p>${decision.note}</p>` : ''}`;
}
