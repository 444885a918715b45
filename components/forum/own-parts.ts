import { html, nothing, type TemplateResult } from 'lit';
import type { OwnSubscription } from '../../api/forum/subscriptions/contract.ts';
import type { OwnStanding } from '../../api/moderation/contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import { messages } from './own-messages.ts';

/** What limits one's posts, or did; nothing for nearly everybody. */
export function sanctionsPart(
  language: Language,
  { sanctions, silencedUntil, suspendedUntil }: OwnStanding['standing'],
  time: Intl.DateTimeFormat,
): TemplateResult | typeof nothing {
  if (sanctions.length === 0) return nothing;
  const says = messages[language];
  const now = Date.now();
  const notice = (until: number | null, text: (at: string) => string) =>
    until !== null && until > now ? html`<p class="notice">${text(time.format(until))}</p>` : nothing;
  const standing = (until: number | null, liftedAt: number | null) => {
    if (liftedAt !== null) return says.lifted;
    if (until === null) return says.noEnd;
    return until < now ? says.ended : says.until(time.format(until));
  };
  return html`<section aria-labelledby="own-standing">
    <h2 id="own-standing">${says.standing}</h2>
    ${notice(suspendedUntil, says.suspended)} ${notice(silencedUntil, says.silenced)}
    <ul class="own-sanctions">
      ${sanctions.map(
        ({ kind, reason, until, liftedAt, createdAt }) =>
          html`<li>
            <p>
              <strong>${says.sanctions[kind]}</strong>
              ${kind === 'warning' ? nothing : html`<span class="forum-mark">${standing(until, liftedAt)}</span>`}
              <time datetime=${new Date(createdAt).toISOString()}>${time.format(createdAt)}</time>
            </p>
            <p>${reason}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What one is mailed about, each with a button that ends it. */
export function mailsPart(
  language: Language,
  subscriptions: readonly OwnSubscription[],
  onStop: (subscription: OwnSubscription) => void,
): TemplateResult {
  const says = messages[language];
  return html`<section aria-labelledby="own-subscriptions">
    <h2 id="own-subscriptions" tabindex="-1">${says.subscriptions}</h2>
    ${subscriptions.length === 0 ? html`<p>${says.noSubscriptions}</p>` : nothing}
    <ul class="own-subscriptions">
      ${subscriptions.map(
        (subscription) =>
          html`<li>
            <a href=${subscription.url}>${titleOf(language, subscription)}</a>
            <span class="forum-mark">${says.every[subscription.every]}</span>
            <button
              class="form-remove"
              type="button"
              aria-label=${says.stopOf(titleOf(language, subscription))}
              @click=${() => onStop(subscription)}
            >
              ${says.stop}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What a subscription is about, in words. */
export function titleOf(language: Language, { thread, board }: OwnSubscription): string {
  return thread ? thread.title : messages[language].board(board);
}
