import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../http/env.ts';
import { isLanguage } from '../http/language.ts';
import type { Fragment } from '../http/pages.ts';
import { Problem } from '../problem.ts';
import { findToken } from '../tokens/one-time-tokens.ts';
import { purposeOf } from './ask-for-data.ts';
import { type DataWish, dataWishes } from './contract.ts';
import { activeHolds } from './holds.ts';
import { myDataTexts } from './my-data-texts.ts';
import { isStaffAddress, personAt } from './person.ts';

/** What a token of a mail is for, and whose. Throws `link-expired` for one that is used, too old or unknown. */
export async function wishBehind(c: Context<Env>, only?: DataWish) {
  const { db, clock } = c.get('services');
  const token = c.req.param('token') ?? '';
  for (const what of dataWishes) {
    const found = only === undefined || what === only ? await findToken(db, purposeOf[what], token, clock()) : null;
    if (found) return { what, id: found.id, address: found.subject, detail: found.detail };
  }
  throw new Problem('link-expired');
}

/** The page with the button; without it, where something has to be kept. */
export async function confirmation(c: Context<Env>, what: DataWish, address: string): Promise<Shown> {
  const services = c.get('services');
  const language = c.get('language');
  const says = myDataTexts[language];
  const token = c.req.param('token') ?? '';
  const person = await personAt(services.db, address);
  const staff = (await isStaffAddress(services.db, address)) ? html`<p>${says.staff}</p>` : '';
  if (person === null) return { title: says.nothing, text: html`${staff}` };
  const holds = what === 'erasure' ? await activeHolds(services.db, person.id, services.clock()) : [];
  if (holds.length > 0) {
    return {
      title: says.erasure.held,
      text: html`${holds.map(
          ({ until, reason }) =>
            html`<p>${says.erasure.heldUntil(until, services.timeZone())}</p>
              <p>${says.erasure.heldReason(reason)}</p>`,
        )}
        <p>${says.erasure.heldAsk}</p>`,
    };
  }
  const path = `/${language}/my-data/${token}/${what}`;
  return {
    title: says[what].title,
    text: html`<p>${says.address(address)}</p>
      <p>${says[what].text}</p>
      ${staff} ${button(path, says[what].button, what === 'copy' ? 'html' : null)}`,
  };
}

export function button(action: string, text: string, format: 'html' | 'json' | null): Fragment {
  return html`<form class="form" action="${action}" method="post">
    ${format ? html`<input type="hidden" name="format" value="${format}" />` : ''}
    <p class="form-send"><button class="button" data-primary type="submit">${text}</button></p>
  </form>`;
}

interface Shown {
  title: string;
  text?: Fragment;
  data?: Fragment;
}

/** Answers with the shell, filled; kept by nobody. */
export async function answerPage(c: Context<Env>, { title, text, data }: Shown, status: 200 | 409 = 200) {
  const language = c.get('language');
  if (!isLanguage(language)) throw new Problem('not-found');
  const page = await c.get('services').pages.filled(`/${language}/my-data/shell/`, {
    title: html`${title}`,
    text: text ?? '',
    data: data ?? '',
  });
  if (page === null) throw new Problem('not-found');
  keepPrivate(c);
  return c.html(page, status);
}

/** Says that an answer is somebody's own. */
export function keepPrivate(c: Context<Env>) {
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex');
}
