/** After that long, it is said what is being waited for. */
const longWaitMs = 2000;

/** The work of a browser that shows that a person writes: begun when somebody comes near, asked for when they send. */
export class Proving {
  #proof: Promise<() => Promise<string | null>> | null = null;

  begin(): Promise<() => Promise<string | null>> {
    this.#proof ??= import('./proof.ts').then(
      ({ prepareProof }) => prepareProof('ticket'),
      () => () => Promise.resolve(null),
    );
    return this.#proof;
  }

  /** Headers with the proof, if there is one. `onWait` is told whether it has been waited for for long. */
  async headers(onWait: (isLong: boolean) => void): Promise<Record<string, string>> {
    const timer = window.setTimeout(() => onWait(true), longWaitMs);
    const proof = await (await this.begin())();
    window.clearTimeout(timer);
    onWait(false);
    return proof === null ? {} : { 'Mado-Proof': proof };
  }
}
