/**
 * Hidden text: what the program of a file neither shows nor prints. Every reader leaves it out, and tells here what it
 * left out, so that all of them warn in the same words.
 */
import { countWordsOf } from "../../core/search/count-words.ts";
import { AttacheError } from "../../ipc/errors.ts";

/** Counts what is left out. Words go on from one piece to the next, until something stands between them. */
export class HiddenText {
  #words = 0;
  #open = "";
  readonly #parts = new WeakSet<object>();

  leaveOut(text: string): void {
    this.#open += text;
  }

  /** A note, a text box: counted once, however often it is called. `text` is asked only then. */
  leaveOutPart(part: object, text: () => string): void {
    if (this.#parts.has(part)) return;
    this.#parts.add(part);
    this.gap();
    this.#open = text();
    this.gap();
  }

  /** Text that is shown, or the end of a paragraph: what is left out behind it is another word. */
  gap(): void {
    if (this.#open === "") return;
    this.#words += countWordsOf(this.#open);
    this.#open = "";
  }

  get words(): number {
    this.gap();
    return this.#words;
  }

  /** In words for the user; none where nothing was left out. */
  get warnings(): string[] {
    const { words } = this;
    if (words === 0) return [];
    if (words === 1) return ["1 word of hidden text was left out."];
    return [`${words.toLocaleString("en-GB")} words of hidden text were left out.`];
  }
}

/** For a file that has nothing to read but what is hidden. */
export function allHidden(fileName: string): AttacheError {
  return new AttacheError(
    "file-empty",
    `${fileName} has only hidden text, which is neither shown nor printed. Open it, make its text visible and save it, then import it again.`,
  );
}
