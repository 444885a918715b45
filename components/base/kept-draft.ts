const keptMs = 7 * 86_400_000;

/** Values by the names of their fields. */
export type Draft = Record<string, string>;

/**
 * What is being written somewhere, kept on this device as it is typed: for a week, until it is sent, or until its writer
 * starts over. Who closes the browser comes back to it.
 */
export class KeptDraft {
  #key: string;

  /** `key` begins with `mado-`: so it is found where everything that is stored on a device is cleared. */
  constructor(key: `mado-${string}`) {
    this.#key = key;
  }

  keep(fields: Draft): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ at: Date.now(), fields }));
    } catch {
      // Storage is full or switched off: what was written then lives as long as the page.
    }
  }

  /** What was written within a week; `null` when there is nothing. */
  read(): Draft | null {
    try {
      const { at, fields } = JSON.parse(localStorage.getItem(this.#key) ?? '') as { at: number; fields: Draft };
      if (Date.now() - at < keptMs) return fields;
      this.forget();
    } catch {
      // There is none, or it is not ours.
    }
    return null;
  }

  forget(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // There is none.
    }
  }
}
