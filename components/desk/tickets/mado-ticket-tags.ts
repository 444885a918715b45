import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isConverting } from '../../search/composition.ts';
import { DeskElement } from '../desk-element.ts';
import { choose } from './property-chosen.ts';
import { messages as propertiesTexts } from './properties-messages.ts';
import { asTag } from './tag-text.ts';

/** The tags of a ticket: each can be taken off, and others added, those in use being offered. */
export class MadoTicketTags extends DeskElement {
  static override properties: PropertyDeclarations = {
    tags: { attribute: false },
    known: { attribute: false },
    problem: { state: true },
  };

  declare tags: readonly string[];
  declare known: readonly string[];
  declare problem: string;

  constructor() {
    super();
    this.tags = [];
    this.known = [];
    this.problem = '';
  }

  #add(): void {
    const field = this.querySelector('input');
    const typed = field?.value.trim();
    if (!field || !typed) return;
    const added = asTag(typed);
    this.problem = added ? '' : propertiesTexts[this.language].tagWrong;
    if (!added) return;
    field.value = '';
    if (!this.tags.includes(added)) choose(this, { tags: [...this.tags, added] });
  }

  #remove(removed: string): void {
    choose(this, { tags: this.tags.filter((kept) => kept !== removed) });
    this.querySelector('input')?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (isConverting(event)) return;
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    this.#add();
  }

  protected override render(): TemplateResult {
    const says = propertiesTexts[this.language];
    const offered = this.known.filter((known) => !this.tags.includes(known));
    return html`<div class="field">
      <label for="property-tag">${says.tags}</label>
      ${
        this.tags.length > 0
          ? html`<ul class="ticket-tags">
              ${this.tags.map(
                (own) =>
                  html`<li>
                    <span>${own}</span>
                    <button type="button" aria-label=${says.removeTag(own)} @click=${() => this.#remove(own)}>×</button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <span class="ticket-line">
        <input
          id="property-tag"
          maxlength="40"
          list="known-tags"
          autocomplete="off"
          placeholder=${says.addTag}
          aria-describedby="property-tag-hint"
          @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
        />
        <button class="button" type="button" @click=${() => this.#add()}>${says.add}</button>
      </span>
      <datalist id="known-tags">${offered.map((known) => html`<option value=${known}></option>`)}</datalist>
      <p id="property-tag-hint" class=${this.problem ? 'field-error' : 'visually-hidden'} role="status">
        ${this.problem || says.tagHint}
      </p>
    </div>`;
  }
}

customElements.define('mado-ticket-tags', MadoTicketTags);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-tags': MadoTicketTags;
  }
}
