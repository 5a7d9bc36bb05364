/**
 * The claims of other sources that differ from one claim. Where they give very many values it is a series (a table, a form
 * that is filled in, a toll that grows from day to day), and no source contradicts another: then nothing more is kept.
 */

/** So many other values may be given for a thing before it is a series. */
const MOST_VALUES = 5;

export class ClaimLinks<Claim> {
  readonly #values = new Set<string>();
  readonly #others = new Map<Claim, boolean>();

  get isSeries(): boolean {
    return this.#values.size > MOST_VALUES;
  }

  /** Those that differ, and whether their source tells of the same story. Empty for a series. */
  get others(): ReadonlyMap<Claim, boolean> {
    return this.#others;
  }

  link(other: Claim, value: string, isOneStory: boolean): void {
    if (this.isSeries) return;
    this.#values.add(value);
    if (this.isSeries) this.#others.clear();
    else this.#others.set(other, isOneStory);
  }

  /** Forgets one of those that differ, where others give its value too. */
  drop(other: Claim): void {
    this.#others.delete(other);
  }

  /** Forgets all: what is left is to be linked again. */
  clear(): void {
    this.#values.clear();
    this.#others.clear();
  }
}
