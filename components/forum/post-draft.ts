import { KeptDraft } from '../base/kept-draft.ts';
import type { Picture } from './pictures.ts';
import { draftOf, fillDraft, isWorthKeeping } from './written.ts';

const longestSeconds = 86_400;

/** The copy of a post that stays on the device until it is sent, and how long it has been typed at. */
export class PostDraft {
  #kept: KeptDraft | null = null;
  /** Seconds typed in an earlier sitting, and when the first key of this one was pressed. */
  #secondsBefore = 0;
  #typingSince: number | null = null;

  /** Puts what is kept under a name back into its form; gives the pictures that were in it, `null` where nothing is kept. */
  restore(name: string | undefined, form: HTMLFormElement): Picture[] | null {
    if (!name || this.#kept) return null;
    this.#kept = new KeptDraft(`mado-forum-draft-${name}`);
    const draft = this.#kept.read();
    if (!draft) return null;
    fillDraft(form, draft);
    this.#secondsBefore = Number(draft['seconds'] ?? 0);
    return JSON.parse(draft['pictures'] ?? '[]') as Picture[];
  }

  /** Notes that somebody types. */
  typed(): void {
    this.#typingSince ??= Date.now();
  }

  /** Keeps what stands in a form. Whether there was anything, `null` where nothing can be kept. */
  keep(form: HTMLFormElement, pictures: readonly Picture[]): boolean | null {
    if (!this.#kept) return null;
    const fields = draftOf(form);
    const isWorthIt = isWorthKeeping(fields) || pictures.length > 0;
    if (isWorthIt) {
      this.#kept.keep({ ...fields, pictures: JSON.stringify(pictures), seconds: String(this.seconds ?? 0) });
    } else this.#kept.forget();
    return isWorthIt;
  }

  forget(): void {
    this.#kept?.forget();
    this.#typingSince = null;
    this.#secondsBefore = 0;
  }

  /** From the first key on, over all sittings. */
  get seconds(): number | undefined {
    if (this.#typingSince === null) return this.#secondsBefore || undefined;
    return Math.min(longestSeconds, this.#secondsBefore + Math.round((Date.now() - this.#typingSince) / 1000));
  }
}
