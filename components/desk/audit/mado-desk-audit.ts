import { html, type TemplateResult } from 'lit';
import type { AuditEntry } from '../../../api/audit/contract.ts';
import { endOfDay, instantAt } from '../../../content/calendar.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import { type DeskAddress, type DeskPlace, hrefOf } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import { actionName } from './action-names.ts';
import { doer, filterForm, shortTarget } from './audit-parts.ts';
import './mado-desk-audit-entry.ts';
import { type AuditView, auditViews, messages } from './messages.ts';

const targetKinds: Partial<Record<AuditView, string>> = { tickets: 'ticket', notices: 'notice', accounts: 'account' };

/** The audit log: who did what, newest first, narrowed down by what, when and to what. For owners. */
export class MadoDeskAudit extends DeskList<AuditEntry, AuditView> {
  protected override readonly address: DeskAddress<AuditView> = {
    page: 'audit-log',
    views: auditViews,
    id: /^[0-9a-f-]{36}$/,
  };

  protected override get texts() {
    return messages[this.language];
  }

  protected override async load({ after, ...chosen }: DeskQuery<AuditView>, until: AbortSignal) {
    const query = { ...this.#queryOf(chosen), ...(after ? { after } : {}) };
    const { entries, next } = await (await this.api(until)['audit-log'].$get({ query })).json();
    return { items: entries, next };
  }

  /** What was chosen as the API asks for it. */
  #queryOf({ view, filters: { action, from, to } }: Omit<DeskQuery<AuditView>, 'after'>) {
    const targetKind = targetKinds[view];
    return {
      ...(targetKind ? { targetKind } : {}),
      ...(action ? { action } : {}),
      ...(isDate(from) ? { from: String(instantAt(from, '00:00', this.timeZone)) } : {}),
      ...(isDate(to) ? { to: String(endOfDay(to, this.timeZone)) } : {}),
    };
  }

  protected override idOf({ id }: AuditEntry): string {
    return id;
  }

  protected override head(): TemplateResult {
    const { view, filters } = this.place;
    const table = new URLSearchParams({ ...this.#queryOf(this.place), language: this.language });
    return html`${filterForm(filters, this.language, (chosen) => {
        location.hash = hrefOf(this.address.page, { view, filters: chosen });
      })}
      <p class="audit-save">
        <a class="desk-link" href=${`/api/audit-log.csv?${table}`} download>${messages[this.language].save}</a>
      </p>`;
  }

  protected override line(entry: AuditEntry): TemplateResult {
    const { language, timeZone } = this;
    return html`<span class="desk-line-head">
        <span class="desk-customer">${doer(entry, language)}</span>
        <span class="desk-time">${timeText(entry.at, language, timeZone)}</span>
      </span>
      <span class="desk-subject">${actionName(entry.action, language)}</span>
      <span class="desk-line-foot audit-target">${shortTarget(entry, language)}</span>`;
  }

  protected override opened({ id }: DeskPlace<AuditView>): TemplateResult {
    return html`<mado-desk-audit-entry
      .language=${this.language}
      .timeZone=${this.timeZone}
      .itemId=${id ?? ''}
    ></mado-desk-audit-entry>`;
  }
}

function isDate(text: string | undefined): text is string {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? '');
}

customElements.define('mado-desk-audit', MadoDeskAudit);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-audit': MadoDeskAudit;
  }
}
