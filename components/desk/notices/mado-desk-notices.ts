import { html, type TemplateResult } from 'lit';
import type { Notice, NoticeView } from '../../../api/notices/contract.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import type { DeskAddress, DeskPlace } from '../desk-place.ts';
import './mado-desk-notice.ts';
import './mado-desk-notice-form.ts';
import { messages } from './messages.ts';
import { noticeLabel, noticeSpan } from './notice-line.ts';

/** The desk's notices: what is shown, what is planned, what is past; and writing a new one. */
export class MadoDeskNotices extends DeskList<Notice, NoticeView> {
  protected override readonly address: DeskAddress<NoticeView> = {
    page: 'notices',
    views: ['current', 'planned', 'ended', 'withdrawn'],
    id: /^[0-9a-f-]{36}$/,
  };
  protected override readonly changeEvent = 'mado-notice-changed';

  protected override get texts() {
    return messages[this.language];
  }

  protected override async load({ view, after }: DeskQuery<NoticeView>, until: AbortSignal) {
    const query = { view, ...(after ? { after } : {}) };
    const { notices, next } = await (await this.api(until).notices.$get({ query })).json();
    return { items: notices, next };
  }

  protected override idOf({ id }: Notice): string {
    return id;
  }

  protected override head(): TemplateResult {
    const { create } = messages[this.language];
    return html`<p class="notice-create"><a class="button" data-primary href="#/notices/new">${create}</a></p>`;
  }

  protected override line(notice: Notice): TemplateResult {
    return html`<span class="desk-line-head">${noticeLabel(notice, this.language)}</span>
      <span class="desk-subject">${notice.title[this.language]}</span>
      <span class="desk-line-foot notice-time">${noticeSpan(notice, this.language, this.timeZone)}</span>`;
  }

  protected override opened({ id, action }: DeskPlace<NoticeView>): TemplateResult {
    if (id === null) {
      return html`<mado-desk-notice-form
        .language=${this.language}
        .timeZone=${this.timeZone}
        .categories=${this.categories}
      ></mado-desk-notice-form>`;
    }
    return html`<mado-desk-notice
      .language=${this.language}
      .timeZone=${this.timeZone}
      .categories=${this.categories}
      .itemId=${id}
      .isEditing=${action === 'edit'}
    ></mado-desk-notice>`;
  }
}

customElements.define('mado-desk-notices', MadoDeskNotices);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-notices': MadoDeskNotices;
  }
}
