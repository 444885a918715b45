import { html } from 'hono/html';
import { readOwnAccount } from '../../accounts/own/account.ts';
import { formFilled } from '../../http/form-again.ts';
import type { Fragment } from '../../http/pages.ts';
import type { OwnSubscription } from '../subscriptions/contract.ts';
import { boardName, type Reader, type Surroundings, whoTag } from '../pages/parts.ts';
import { ownSubscriptions } from '../subscriptions/subscribe.ts';
import { type AccountForm, accountPageTexts } from './texts.ts';

export const accountPath = (language: string) => `/${language}/members/account/`;

/** Everything somebody can change about their own account, as forms; `null` when the build has no such page. */
export async function accountPage(
  around: Surroundings & { reader: NonNullable<Reader> },
  done?: AccountForm,
): Promise<string | null> {
  const { services, language, reader } = around;
  const says = accountPageTexts[language];
  const [own, subscriptions] = await Promise.all([
    readOwnAccount(services, reader.id),
    ownSubscriptions(services, reader),
  ]);
  const again = (form: AccountForm) =>
    own.hasPassword ? currentPassword(form, says.currentPassword) : html`<p class="form-note">${says.signInAgain}</p>`;
  const page = await services.pages.filled(accountPath(language), {
    who: whoTag(around, accountPath(language)),
    done: done === undefined ? '' : html`${says.done[done]}`,
    address: html`<strong><bdi>${own.email}</bdi></strong>`,
    'address-again': again('address'),
    'password-again': again('password'),
    mails: mails(around, subscriptions),
  });
  return page === null ? null : formFilled(page, 'account-profile', { name: own.name, mailLanguage: own.language });
}

function currentPassword(form: AccountForm, label: string): Fragment {
  const id = `account-${form}-currentPassword`;
  return html`<div class="field">
    <label for="${id}"><span data-label>${label}</span></label>
    <input
      id="${id}"
      name="currentPassword"
      type="password"
      maxlength="200"
      autocomplete="current-password"
      required
      aria-describedby="${id}-error"
    />
    <p class="field-error" id="${id}-error" hidden></p>
  </div>`;
}

/** What somebody is mailed about, each with the button that ends it. */
function mails(around: Surroundings, subscriptions: readonly OwnSubscription[]): Fragment {
  const { language } = around;
  const says = accountPageTexts[language];
  if (subscriptions.length === 0) return html`<p>${says.noMails}</p>`;
  return html`<ul class="own-subscriptions">
    ${subscriptions.map(({ every, url, thread, board, language: of }) => {
      const title = thread ? thread.title : says.board(boardName(around, board));
      return html`<li>
        <a href="${url}" lang="${of}"><bdi>${title}</bdi></a> <span class="forum-mark">${says.every[every]}</span>
        <form action="mails" method="post">
          ${
            thread
              ? html`<input type="hidden" name="thread" value="${thread.number}" />`
              : html`<input type="hidden" name="board" value="${board}" />
                  <input type="hidden" name="of" value="${of}" />`
          }
          <button class="post-act" type="submit" aria-label="${says.stopOf(title)}">${says.stop}</button>
        </form>
      </li>`;
    })}
  </ul>`;
}
