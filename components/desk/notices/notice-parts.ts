import { html, nothing, type TemplateResult } from 'lit';
import type { Notice, NoticeWithHistory } from '../../../api/notices/contract.ts';
import { timeText } from '../time-text.ts';
import { messages } from './messages.ts';
import { noticeLabel, noticeSpan } from './notice-line.ts';

interface Category {
  slug: string;
  name: { ja: string; en: string };
}

/** Where a notice stands, its title, when it holds and what it touches. */
export function noticeHead(
  notice: Notice,
  categories: readonly Category[],
  language: 'ja' | 'en',
  timeZone: string,
): TemplateResult {
  const says = messages[language];
  const touched = categories.filter(({ slug }) => notice.categories.includes(slug));
  return html`<p class="notice-state">
      <span class="state" data-state=${notice.view}>${says.views[notice.view]}</span>
      ${noticeLabel(notice, language)}
    </p>
    <h2 class="ticket-title" lang=${language} tabindex="-1">${notice.title[language]}</h2>
    <p class="notice-time">
      ${noticeSpan(notice, language, timeZone)}
      ${
        notice.categories.length === 0
          ? html`<span>${says.everything}</span>`
          : html`<span>${touched.map(({ name }) => name[language]).join(says.joiner)}</span>`
      }
    </p>`;
}

/** Its words in the language of the desk, then in the other. */
export function noticeTexts({ title, text }: Notice, language: 'ja' | 'en'): TemplateResult {
  const other = otherThan(language);
  return html`<div class="message-body" lang=${language}><p>${text[language]}</p></div>
    <div class="notice-other" lang=${other}>
      <p><b>${title[other]}</b></p>
      <p>${text[other]}</p>
    </div>`;
}

/** How it went on. */
export function noticeUpdates({ updates }: Notice, language: 'ja' | 'en', timeZone: string): TemplateResult {
  const says = messages[language];
  const other = otherThan(language);
  return html`${updates.length === 0 ? html`<p class="field-hint">${says.update.none}</p>` : nothing}
    <ol class="messages">
      ${updates.map(
        ({ text, isSolved, createdAt }) =>
          html`<li class="message" data-direction="out">
            <p class="message-head">
              ${isSolved ? html`<strong>${says.solved}</strong>` : nothing} ${timeText(createdAt, language, timeZone)}
            </p>
            <div class="message-body">
              <p lang=${language}>${text[language]}</p>
              <p lang=${other}>${text[other]}</p>
            </div>
          </li>`,
      )}
    </ol>`;
}

/** Who did what, and when. */
export function noticeRecord({ events }: NoticeWithHistory, language: 'ja' | 'en', timeZone: string): TemplateResult {
  const says = messages[language];
  return html`<section aria-labelledby="notice-record">
    <h3 id="notice-record">${says.history}</h3>
    <ul class="notice-record">
      ${events.map(
        ({ kind, by, createdAt }) =>
          html`<li>${timeText(createdAt, language, timeZone)} ${says.events[kind]} <span>${by}</span></li>`,
      )}
    </ul>
  </section>`;
}

function otherThan(language: 'ja' | 'en'): 'ja' | 'en' {
  return language === 'ja' ? 'en' : 'ja';
}
