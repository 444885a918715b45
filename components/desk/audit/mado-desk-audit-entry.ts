import { html, nothing, type TemplateResult } from 'lit';
import type { AuditEntry } from '../../../api/audit/contract.ts';
import { DeskDetail } from '../desk-detail.ts';
import { actionName } from './action-names.ts';
import { details, doer, exactTime, target } from './audit-parts.ts';
import { messages } from './messages.ts';

/** One entry of the audit log: who did what to what, when, and in which request. */
export class MadoDeskAuditEntry extends DeskDetail<AuditEntry> {
  protected override load(id: string, until: AbortSignal) {
    return this.api(until)['audit-log'][':id'].$get({ param: { id } });
  }

  /** Nothing is changed here. */
  protected override tell(): void {}

  protected override shown(entry: AuditEntry): TemplateResult {
    const says = messages[this.language];
    const { action, at, requestId, detail } = entry;
    return html`<article class="ticket">
      <h2 class="ticket-title" tabindex="-1">${actionName(action, this.language)}</h2>
      <dl class="ticket-facts audit-facts">
        ${row(says.by, doer(entry, this.language))}
        ${row(says.at, html`<time datetime=${new Date(at).toISOString()}>${exactTime(at, this.language, this.timeZone)}</time>`)}
        ${row(says.target, target(entry, this.language))}
        ${Object.keys(detail).length > 0 ? row(says.detail, details(entry)) : nothing}
        ${requestId ? row(says.request, html`<code>${requestId}</code> <span class="field-hint">${says.requestHint}</span>`) : nothing}
      </dl>
    </article>`;
  }
}

function row(name: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

customElements.define('mado-desk-audit-entry', MadoDeskAuditEntry);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-audit-entry': MadoDeskAuditEntry;
  }
}
