import { html, type TemplateResult } from 'lit';
import type { Notice } from '../../../api/notices/contract.ts';
import { messages } from './messages.ts';
import { noticeLabel, noticeSpan } from './notice-line.ts';

/** A notice as it is published now, beside the form in which it is about to be written over. */
export function noticeThere(notice: Notice, language: 'ja' | 'en', timeZone: string): TemplateResult {
  const { form } = messages[language];
  return html`<section class="notice-there" aria-labelledby="notice-there">
    <h3 id="notice-there">${form.there}</h3>
    <p class="notice-state">${noticeLabel(notice, language)} ${noticeSpan(notice, language, timeZone)}</p>
    ${(['ja', 'en'] as const).map(
      (of) =>
        html`<div lang=${of}>
          <p><b>${notice.title[of]}</b></p>
          <p class="notice-there-text">${notice.text[of]}</p>
        </div>`,
    )}
  </section>`;
}
