import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { DeskElement } from '../desk-element.ts';
import { exportedPeriod } from './exported-period.ts';
import { messages } from './messages.ts';

/** All tickets as files, or those that were opened in a period. */
export class MadoDeskExport extends DeskElement {
  static override properties: PropertyDeclarations = { from: { state: true }, until: { state: true } };

  /** Days as fields have them, `2026-11-22`; empty for no limit. */
  declare from: string;
  declare until: string;

  constructor() {
    super();
    this.from = '';
    this.until = '';
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const period = exportedPeriod(this.from, this.until, this.timeZone);
    return html`<div class="account-page">
      <section class="account-part form">
        <h2>${says.title}</h2>
        <p>${says.lead}</p>
        <div class="export-days">${this.#day('from')} ${this.#day('until')}</div>
        ${
          period
            ? html`<p class="export-ways">
                ${this.#way('csv', new URLSearchParams({ ...period, language: this.language }))}
                ${this.#way('json', new URLSearchParams(period))}
              </p>`
            : html`<p class="field-error" role="alert">${says.backwards}</p>`
        }
        <p class="field-hint">${says.recorded}</p>
      </section>
    </div>`;
  }

  #day(name: 'from' | 'until') {
    const onChange = ({ target }: Event) => {
      this[name] = (target as HTMLInputElement).value;
    };
    return html`<div class="field">
      <label for=${`export-${name}`}>${messages[this.language][name]}</label>
      <input id=${`export-${name}`} type="date" .value=${this[name]} @change=${onChange} />
    </div>`;
  }

  #way(format: 'csv' | 'json', query: URLSearchParams) {
    const { text, hint } = messages[this.language].ways[format];
    const isFirst = format === 'csv';
    return html`<a class="button" href=${`/api/desk/export.${format}?${query}`} ?data-primary=${isFirst} download
        >${text}</a
      >
      ${hint ? html`<span class="field-hint">${hint}</span>` : nothing}`;
  }
}

customElements.define('mado-desk-export', MadoDeskExport);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-export': MadoDeskExport;
  }
}
