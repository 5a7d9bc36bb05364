/**
 * How a window comes to close: its page is asked to write what is left, and then goes, stays, or does not answer. Must
 * not know what is written: it is told what happens, and says what to do.
 */

/** How long a page may keep a user waiting who presses X a second time. */
const PATIENCE_MS = 3_000;

export interface ClosingSteps {
  /** Asks the page, which answers by `pageIsReady` or `pageStays`. */
  readonly askPage: () => void;
  /** Asks the user about a page that does not answer; true closes without it. */
  readonly askUser: () => Promise<boolean>;
  /** Asks the user about words that could not be written; true closes all the same. */
  readonly askAboutUnsaved: () => Promise<boolean>;
  /** Puts away what lies behind the window. */
  readonly putAway: () => Promise<void>;
  /** Takes the window away without asking its page again. */
  readonly removeWindow: () => void;
}

export class Closing {
  readonly #steps: ClosingSteps;
  #state: "open" | "asked" | "leaving" = "open";
  #patience: ReturnType<typeof setTimeout> | undefined;
  #askingUser = false;

  constructor(steps: ClosingSteps) {
    this.#steps = steps;
  }

  /** The user pressed X. The page is asked every time: what it could not write before it may be able to write now. */
  requested(): void {
    const again = this.#state !== "open";
    if (again && !this.#askingUser) this.#patience ??= setTimeout(() => void this.#notAnswered(), PATIENCE_MS);
    if (this.#state === "leaving") return;
    this.#state = "asked";
    this.#steps.askPage();
  }

  /** The page has written everything. Ignored where the user decided meanwhile to keep the window. */
  pageIsReady(): void {
    if (this.#state === "asked") void this.#leave();
  }

  /** The page could not write everything, and says why: the window stays, unless the user wants otherwise. */
  pageStays(): void {
    if (this.#state !== "asked" || this.#askingUser) return;
    this.#stay();
    void this.#askAboutUnsaved();
  }

  async #askAboutUnsaved(): Promise<void> {
    this.#askingUser = true;
    const anyway = await this.#steps.askAboutUnsaved();
    this.#askingUser = false;
    if (anyway && this.#state !== "leaving") await this.#leave();
  }

  async #notAnswered(): Promise<void> {
    this.#patience = undefined;
    this.#askingUser = true;
    const anyway = await this.#steps.askUser();
    this.#askingUser = false;
    if (!anyway) {
      if (this.#state === "asked") this.#stay();
    } else if (this.#state === "leaving") this.#steps.removeWindow();
    else await this.#leave();
  }

  #stay(): void {
    this.#forgetPatience();
    this.#state = "open";
  }

  async #leave(): Promise<void> {
    this.#forgetPatience();
    this.#state = "leaving";
    await this.#steps.putAway();
    this.#forgetPatience();
    this.#steps.removeWindow();
  }

  #forgetPatience(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }
}
