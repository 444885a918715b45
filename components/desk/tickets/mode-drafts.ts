import { keepDraft, readDraft } from '../drafts.ts';
import type { ComposerMode } from './composer-messages.ts';

const keyOf = (reference: string, mode: ComposerMode) => (mode === 'reply' ? reference : `${reference}-note`);

/** What was begun and not sent, a reply and a note of each ticket apart; also where the browser keeps nothing. */
export class ModeDrafts {
  readonly #texts = new Map<string, string>();

  read(reference: string, mode: ComposerMode): string {
    const key = keyOf(reference, mode);
    return this.#texts.get(key) ?? readDraft(key);
  }

  keep(reference: string, mode: ComposerMode, text: string): void {
    const key = keyOf(reference, mode);
    this.#texts.set(key, text);
    keepDraft(key, text);
  }
}
