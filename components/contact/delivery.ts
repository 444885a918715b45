import { ApiProblem } from '../../api/client.ts';
import type { OpenedTicket, TrailItem } from '../../api/tickets/opening-contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { MadoAttachments } from '../attachments/mado-attachments.ts';
import type { Letter } from '../letters/letter.ts';
import { areLettersMarked } from '../letters/letter-mark.ts';
import { clearErrors, localErrors, showProblem } from './form-errors.ts';
import { messages } from './messages.ts';
import { Proving } from './proving.ts';
import { Sending } from './sending.ts';
import type { WaitingLetters } from './waiting.ts';

/** The form that a message is written in, and what becomes of it. */
interface Writing {
  form: HTMLFormElement;
  language: Language;
  /** Where messages that wait are shown. */
  place: HTMLElement;
  trail: () => TrailItem[];
  isEmpty: () => boolean;
  /** What was written stays on the device until it is sent. */
  keepDraft: () => void;
  /** The message has arrived. */
  arrived: (ticket: OpenedTicket) => void;
  /** The message has left the form, and waits on this device. */
  laidAside: () => void;
  /** A message that waited is to be written on, or has to be. */
  givenBack: (letter: Letter) => void;
  announce: (text: string) => void;
  /** Sending began or ended. */
  changed: () => void;
}

/** Takes what is written to the API; where nobody answers there, it waits on this device. */
export class Delivery {
  #writing: Writing;
  #sending = new Sending();
  #proving = new Proving();
  #letters: Promise<WaitingLetters> | null = null;
  #leaving = new AbortController();
  #isSending = false;

  constructor(writing: Writing) {
    this.#writing = writing;
    writing.form.addEventListener('focusin', () => void this.#proving.begin(), { once: true });
    if (areLettersMarked()) void this.#waiting();
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  async send(): Promise<void> {
    if (this.#isSending || !this.#isComplete()) return;
    const { form, language, trail } = this.#writing;
    const attachments = this.#attachments;
    const written = { form, trail: trail(), language, attachments };
    const letter = this.#sending.letter(written);
    this.#say(true);
    try {
      this.#writing.arrived(await this.#sending.send({ ...written, proven: () => this.#proven }));
    } catch (error) {
      if (error instanceof ApiProblem) {
        attachments?.fail(error.problem.errors ?? []);
        showProblem(form, error.problem.detail ?? error.problem.title, error.problem.errors ?? []);
      }
      // No network, no server, or an answer from something in between.
      else await this.#wait(letter);
    } finally {
      this.#say(false);
      if (attachments) attachments.sentBytes = null;
    }
  }

  /** Nobody looks at the form any more. */
  end(): void {
    this.#leaving.abort();
  }

  /** Whether it can be sent, as far as can be told here; leads to what is wrong with it. */
  #isComplete(): boolean {
    const { form, language } = this.#writing;
    const errors = localErrors(form, language);
    if (errors.length > 0) {
      showProblem(form, messages[language].check, errors);
      return false;
    }
    clearErrors(form);
    if (this.#attachments?.isFine !== false) return true;
    this.#attachments.lead();
    return false;
  }

  /** Files can be chosen; `null` until somebody has come near. */
  get #attachments(): MadoAttachments | null {
    return this.#writing.form.querySelector('mado-attachments:defined');
  }

  get #proven(): Promise<Record<string, string>> {
    const { announce, language } = this.#writing;
    return this.#proving.headers((isLong) => announce(isLong ? messages[language].checking : ''));
  }

  /** The message waits on this device; where it cannot, it stays in the form. */
  async #wait(letter: Letter): Promise<void> {
    const { form, language, laidAside, keepDraft } = this.#writing;
    try {
      await (await this.#waiting()).keep(letter);
      laidAside();
    } catch {
      keepDraft();
      showProblem(form, messages[language].unreachable, []);
    }
  }

  #waiting(): Promise<WaitingLetters> {
    const { place, language, isEmpty, announce } = this.#writing;
    this.#letters ??= import('./waiting.ts').then(
      ({ WaitingLetters }) =>
        new WaitingLetters({
          place,
          language,
          giveBack: (letter, isAsked) => void this.#giveBack(letter, isAsked),
          isFormEmpty: () => !this.#isSending && isEmpty(),
          announce,
          signal: this.#leaving.signal,
        }),
    );
    return this.#letters;
  }

  async #giveBack(letter: Letter, isAsked: boolean): Promise<void> {
    const { form, language, givenBack } = this.#writing;
    const { files, state } = letter;
    givenBack(letter);
    if (files.length > 0) {
      await import('../attachments/mado-attachments.ts');
      this.#attachments?.put(files);
    }
    if (state.kind === 'returned') {
      const isRefused = state.why === 'refused';
      showProblem(form, isRefused ? state.title : messages[language].expired, isRefused ? state.errors : []);
    } else if (isAsked) form.querySelector<HTMLElement>('[name=subject]')?.focus();
  }

  #say(isSending: boolean): void {
    this.#isSending = isSending;
    this.#writing.changed();
  }
}
