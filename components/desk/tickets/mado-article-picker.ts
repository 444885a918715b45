import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { search, type SearchResult } from '../../search/search.ts';
import { messages as pickerTexts } from '../canned-answers/picker-messages.ts';
import { DeskPicker } from '../desk-picker.ts';

const most = 6;
const pauseMs = 150;

/** Articles of the help centre in the customer's language, found as customers find them. */
export class MadoArticlePicker extends DeskPicker<SearchResult> {
  static override properties: PropertyDeclarations = { written: { attribute: false } };

  /** The language of the conversation. */
  declare written: 'ja' | 'en';
  protected override readonly idPrefix = 'article';

  protected override get texts() {
    return pickerTexts[this.language].article;
  }

  protected override async find(query: string, signal: AbortSignal): Promise<readonly SearchResult[] | null> {
    if (!query) return null;
    const { results } = await search(query, this.written, { most, pauseMs, signal });
    // The full text knows the language of the page only, which is that of the desk.
    return results.filter(({ url, language }) => language !== undefined || url.startsWith(`/${this.written}/`));
  }

  protected override look({ title, excerpt, language }: SearchResult): TemplateResult {
    const shown = language ?? this.written;
    return html`<span class="picker-name" lang=${shown}>${title}</span>
      ${language ? html`<span class="mark" data-caution>${pickerTexts[this.language].onlyIn[language]}</span>` : nothing}
      <span class="picker-text" lang=${shown}>${excerpt.map(({ text }) => text)}</span>`;
  }
}

customElements.define('mado-article-picker', MadoArticlePicker);

declare global {
  interface HTMLElementTagNameMap {
    'mado-article-picker': MadoArticlePicker;
  }
}
