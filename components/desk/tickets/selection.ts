/** Which lines of a list are selected; a range runs from the line that was touched last. */
export class Selection {
  readonly #chosen: ReadonlySet<string>;
  /** The line that was touched last, from which a range goes on. */
  readonly from: string | null;

  constructor(chosen: Iterable<string> = [], from: string | null = null) {
    this.#chosen = new Set(chosen);
    this.from = from;
  }

  get size(): number {
    return this.#chosen.size;
  }

  has(id: string): boolean {
    return this.#chosen.has(id);
  }

  /** With the line in or out; with a range, all lines between it and the one before become as it does. */
  toggled(id: string, shown: readonly string[], isRange = false): Selection {
    const isIn = !this.#chosen.has(id);
    const [one, other] = [shown.indexOf(isRange ? (this.from ?? id) : id), shown.indexOf(id)];
    const touched = one < 0 ? [id] : shown.slice(Math.min(one, other), Math.max(one, other) + 1);
    const chosen = new Set(this.#chosen);
    for (const each of touched) {
      if (isIn) chosen.add(each);
      else chosen.delete(each);
    }
    return new Selection(chosen, id);
  }

  /** What is still shown of it. */
  within(shown: readonly string[]): Selection {
    return new Selection(
      shown.filter((id) => this.#chosen.has(id)),
      this.from,
    );
  }
}
