import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { CannedAnswer } from '../../../api/canned-answers/contract.ts';
import { DeskPicker } from '../desk-picker.ts';
import { matchingAnswers } from './matching-answers.ts';
import { messages as pickerTexts } from './picker-messages.ts';

/** The ready answers, searched by their names and words; those in the language of the conversation first. */
export class MadoCannedPicker extends DeskPicker<CannedAnswer> {
  static override properties: PropertyDeclarations = { written: { attribute: false } };

  /** The language of the conversation. */
  declare written: 'ja' | 'en';
  protected override readonly idPrefix = 'canned';
  #all: Promise<readonly CannedAnswer[]> | null = null;

  protected override get texts() {
    return pickerTexts[this.language].canned;
  }

  protected override async find(query: string): Promise<readonly CannedAnswer[]> {
    this.#all ??= this.#load();
    try {
      const found = matchingAnswers(await this.#all, query);
      return found.toSorted((one, other) => Number(!one[this.written]) - Number(!other[this.written]));
    } catch (error) {
      this.#all = null;
      throw error;
    }
  }

  async #load(): Promise<readonly CannedAnswer[]> {
    return (await (await this.api()['canned-answers'].$get()).json()).answers;
  }

  protected override look(answer: CannedAnswer): TemplateResult {
    const { written } = this;
    const says = pickerTexts[this.language];
    const shown = answer[written] ? written : written === 'ja' ? 'en' : 'ja';
    return html`<span class="picker-name">${answer.name}</span>
      ${shown === written ? nothing : html`<span class="mark" data-caution>${says.onlyIn[shown]}</span>`}
      <span class="picker-text" lang=${shown}>${answer[shown]}</span>`;
  }
}

customElements.define('mado-canned-picker', MadoCannedPicker);

declare global {
  interface HTMLElementTagNameMap {
    'mado-canned-picker': MadoCannedPicker;
  }
}
