import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Language } from '../../content/schema/languages.ts';
import type { Fragment } from '../http/pages.ts';
import type { Notice, Severity } from './contract.ts';
import { noticeTexts } from './texts.ts';
import { spanOf, timeTag } from './times.ts';

/**
 * A notice as the top of a page shows it, as one list item. What is not major can be folded, also without JavaScript.
 * `data-hash` changes with anything in it.
 */
export async function noticeItem(notice: Notice, language: Language, timeZone: string): Promise<string> {
  const { id, severity, title } = notice;
  const head = html`${noticeLabel(notice, language)} <strong class="notice-title">${title[language]}</strong>`;
  const body = await html`<div class="notice-body">${bodyOf(notice, language, timeZone)}</div>`;
  const content =
    severity === 'major'
      ? await html`<p class="notice-head">${head}</p>
          ${body}`
      : await html`<details open>
          <summary class="notice-head">${head}</summary>
          ${body}
        </details>`;
  const hash = createHash('sha256').update(String(content)).digest('hex').slice(0, 12);
  const ends = notice.endsAt === null ? '' : html` data-ends="${new Date(notice.endsAt).toISOString()}"`;
  return String(
    await html`<li class="notice-item" data-id="${id}" data-severity="${severity}" data-hash="${hash}" ${ends}>
      ${content}
    </li>`,
  );
}

/** The items of one page: under a major notice, the others are folded, so that they do not push it or the page down. */
export function foldedUnderMajor(items: readonly { severity: Severity; html: string }[]): string[] {
  const hasMajor = items.some(({ severity }) => severity === 'major');
  // What staff wrote is escaped: there is no other such tag.
  return items.map(({ html }) => (hasMajor ? html.replace('<details open>', '<details>') : html));
}

/** The place at the top of a page, filled with items. */
export async function noticePlace(items: readonly string[], language: Language): Promise<string> {
  return String(
    await html`<section class="notices-inner" aria-label="${noticeTexts[language].title}">
      <ul class="notices-list">
        ${raw(items.join(''))}
      </ul>
    </section>`,
  );
}

/** What kind of notice it is, and how much it matters, in words. */
export function noticeLabel({ kind, severity }: Notice, language: Language): Fragment {
  const says = noticeTexts[language];
  const weight = says.severities[severity];
  return html`<span class="notice-label" data-severity="${severity}"
    >${says.kinds[kind]}${weight ? (language === 'ja' ? `・${weight}` : `, ${weight}`) : ''}</span
  >`;
}

/** Plain text as paragraphs: blank lines part them, other line ends stay. */
export function paragraphs(text: string): Fragment {
  return html`${text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}`;
}

function bodyOf(notice: Notice, language: Language, timeZone: string): Fragment {
  const says = noticeTexts[language];
  const latest = notice.updates.at(-1);
  return html`${
      latest
        ? html`<div class="notice-update">
            <p class="notice-time">
              ${latest.isSolved ? says.solved : says.updated} ${timeTag(latest.createdAt, language, timeZone)}
            </p>
            ${paragraphs(latest.text[language])}
          </div>`
        : ''
    }${paragraphs(notice.text[language])}
    <p class="notice-time">
      <span>${spanOf(notice, language, timeZone)}</span> <a href="${noticeUrl(notice, language)}">${says.details}</a>
    </p>`;
}

/** Where a notice stands in the history. */
export function noticeUrl({ id }: { id: string }, language: Language): string {
  return `/${language}/notices/#${anchorOf(id)}`;
}

export function anchorOf(id: string): string {
  return `notice-${id}`;
}
