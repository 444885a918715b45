import { html } from 'hono/html';
import type { Language } from '../../content/schema/languages.ts';
import type { Category } from '../../content/schema/portal.ts';
import type { Fragment } from '../http/pages.ts';
import type { Notice } from './contract.ts';
import { anchorOf, noticeLabel, paragraphs } from './render.ts';
import { noticeTexts } from './texts.ts';
import { monthOf, spanOf, timeTag } from './times.ts';

export interface HistoryNeeds {
  language: Language;
  timeZone: string;
  categories: readonly Category[];
}

/** The slots of the history page: what is current, and what is past by month, the latest first. */
export function historySlots(notices: readonly Notice[], needs: HistoryNeeds): Record<string, Fragment | string> {
  const { language, timeZone } = needs;
  const says = noticeTexts[language];
  if (notices.length === 0) {
    const { title, lead } = says.nothingEver;
    return {
      current: html`<p class="history-none">${title}</p>
        <p>${lead}</p>`,
      past: '',
    };
  }
  const current = notices.filter(({ view }) => view === 'current');
  const past = notices.filter(({ view }) => view === 'ended');
  const months = Map.groupBy(past, ({ startsAt }) => monthOf(startsAt, language, timeZone).key);
  return {
    current:
      current.length > 0
        ? html`${current.map((notice) => entry(notice, needs, 2))}`
        : html`<p class="history-calm">${says.nothingCurrent}</p>`,
    past: html`${[...months].map(
      ([key, ofMonth]) =>
        html`<section class="history-month" aria-labelledby="month-${key}">
          <h2 id="month-${key}">${monthOf(ofMonth[0]?.startsAt ?? 0, language, timeZone).name}</h2>
          ${ofMonth.map((notice) => entry(notice, needs, 3))}
        </section>`,
    )}`,
  };
}

function entry(notice: Notice, needs: HistoryNeeds, level: 2 | 3): Fragment {
  const { language, timeZone } = needs;
  const { id, severity, title, text, updates } = notice;
  const says = noticeTexts[language];
  const anchor = anchorOf(id);
  const link = html`<a href="#${anchor}">${title[language]}</a>`;
  return html`<article class="history-entry" id="${anchor}" data-severity="${severity}">
    ${noticeLabel(notice, language)} ${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
    <p class="notice-time"><span>${spanOf(notice, language, timeZone)}</span></p>
    <div class="history-text">${paragraphs(text[language])}</div>
    ${
      updates.length > 0
        ? html`<ol class="history-updates" aria-label="${says.updates}">
            ${updates.map(
              (update) =>
                html`<li data-solved="${String(update.isSolved)}">
                  <p class="notice-time">
                    ${update.isSolved ? html`<strong>${says.solved}</strong> ` : ''}${timeTag(update.createdAt, language, timeZone)}
                  </p>
                  ${paragraphs(update.text[language])}
                </li>`,
            )}
          </ol>`
        : ''
    }
    ${affected(notice, needs)}
  </article>`;
}

/** The categories it touches. Without any it is shown everywhere, which does not say that it touches everything. */
function affected({ categories: slugs }: Notice, { language, categories }: HistoryNeeds): Fragment | string {
  if (slugs.length === 0) return '';
  const named = categories.filter(({ slug }) => slugs.includes(slug));
  const links = named.map(({ slug, name }) => html`<a href="/${language}/categories/${slug}/">${name[language]}</a>`);
  // What it touched may have been renamed since.
  const list =
    links.length === 0
      ? slugs.join(', ')
      : links.map((link, index) => [index === 0 ? '' : language === 'ja' ? '、' : ', ', link]);
  return html`<p class="history-affects">${noticeTexts[language].affects}${language === 'ja' ? '：' : ': '}${list}</p>`;
}
