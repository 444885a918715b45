import { html, nothing, type TemplateResult } from 'lit';
import type { Reviewable } from '../../../api/moderation/contract.ts';
import { timeText } from '../time-text.ts';
import { titleOf } from './item-parts.ts';
import { messages } from './messages.ts';

export interface LineContext {
  language: 'ja' | 'en';
  timeZone: string;
  now: number;
  /** Whoever is signed in: what they are at themselves is not told. */
  ownId: string | undefined;
}

/** What makes letters bold, code, quotes or headings. */
const markdownSigns = /[*_`#>~]+/g;
/** So many reasons stand in a line. */
const mostReasons = 3;

/** A thing of the queue in its list: whose it is, what it says, and why it is there. */
export function reviewableLine(item: Reviewable, { language, timeZone, now, ownId }: LineContext): TemplateResult {
  const says = messages[language];
  const { author, kind, post, reasons, isUrgent, appeal, claimedBy, language: spoken } = item;
  const isTaken = claimedBy !== null && claimedBy.id !== ownId && claimedBy.until > now;
  const open = reasons.filter(({ outcome }) => outcome === null);
  const names = [
    ...new Set(
      (open.length > 0 ? open : reasons).map(({ reason }) =>
        kind === 'member' && reason === 'flagged-often' ? says.refusedOften : says.reasons[reason],
      ),
    ),
  ];
  return html`<span class="desk-line-head">
      <span class="desk-customer">${author.name || says.noName}</span>
      <span class="line-way">
        ${spoken === language ? nothing : html`<span class="line-language" title=${says.languages[spoken]}>${spoken}</span>`}
        <span class="desk-time">${timeText(post?.createdAt ?? item.createdAt, language, timeZone)}</span>
      </span>
    </span>
    <span class="desk-subject" lang=${post ? spoken : language}>${titleOf(item, language)}</span>
    ${post ? html`<span class="line-excerpt" lang=${spoken}>${post.body.slice(0, 200).replaceAll(markdownSigns, '')}</span>` : nothing}
    <span class="desk-line-foot">
      ${isUrgent ? html`<span class="state" data-state="late">${says.urgent}</span>` : nothing}
      ${appeal ? html`<span class="state" data-state="soon">${says.appealed}</span>` : nothing}
      ${names.slice(0, mostReasons).map((name) => html`<span class="line-tag">${name}</span>`)}
      ${names.length > mostReasons ? html`<span class="line-fact">+${names.length - mostReasons}</span>` : nothing}
      ${isTaken ? html`<span class="line-fact line-claim">${says.claimed(claimedBy.name)}</span>` : nothing}
    </span>`;
}
