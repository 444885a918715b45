import { type Draft, forgetDraft, keepDraft, readDraft } from './draft.ts';
import { fillEmpty, valuesIn } from './fields.ts';
import { clearErrors } from './form-errors.ts';
import { Topics } from './topics.ts';

/** What is being written in the form, and the copy of it that stays on the device. */
export class WrittenForm {
  #form: HTMLFormElement;
  #topics: Topics;

  /** `onChoose` is told of a category that was chosen, and how many questions it has. */
  constructor(form: HTMLFormElement, onChoose: (topic: string, questions: number) => void) {
    this.#form = form;
    this.#topics = new Topics(form, onChoose);
    const draft = readDraft();
    if (draft) this.fill(draft);
    const subject = form.querySelector<HTMLInputElement>('[name=subject]');
    if (subject) subject.value ||= new URLSearchParams(location.search).get('subject')?.slice(0, 120) ?? '';
  }

  /** Whether there are words that filling in others would write over. */
  get isEmpty(): boolean {
    const { subject = '', message = '' } = this.#values;
    return !subject.trim() && !message.trim();
  }

  /** Keeps what is written on the device, and says whether there is anything to keep. */
  keep(): boolean {
    keepDraft(this.#values);
    return this.isKept;
  }

  get isKept(): boolean {
    return readDraft() !== null;
  }

  /** Puts words into what is empty. */
  fill(draft: Draft): void {
    if (draft['category']) this.#topics.choose(draft['category']);
    fillEmpty(this.#form, draft);
  }

  /** Nothing of what was written stays, here or on the device. */
  clear(): void {
    this.#form.reset();
    clearErrors(this.#form);
    this.#topics.reset();
    forgetDraft();
  }

  get #values(): Draft {
    return { ...valuesIn(this.#form), category: this.#topics.chosen };
  }
}
