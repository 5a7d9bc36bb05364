/** The marks of footnotes and endnotes, which RTF leaves to the reader to count. */
import { romanNumeral } from "../roman-numeral.ts";

type Numbering = "arabic" | "lower-letter" | "upper-letter" | "lower-roman" | "upper-roman" | "symbols";

const NUMBERINGS: ReadonlyMap<string, Numbering> = new Map([
  ["nar", "arabic"],
  ["nalc", "lower-letter"],
  ["nauc", "upper-letter"],
  ["nrlc", "lower-roman"],
  ["nruc", "upper-roman"],
  ["nchi", "symbols"],
] as const);

const MAX_ROMAN = 4000;
const SYMBOLS = ["*", "†", "‡", "§"];
const MAX_SYMBOLS = 40;

function roman(value: number): string {
  return value < 1 || value >= MAX_ROMAN ? String(value) : romanNumeral(value);
}

/** a to z, then aa to zz, as Word counts. */
function letters(value: number): string {
  const repeats = Math.ceil(value / 26);
  return value < 1 || repeats > MAX_SYMBOLS
    ? String(value)
    : String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(repeats);
}

function symbols(value: number): string {
  const repeats = Math.ceil(value / SYMBOLS.length);
  return value < 1 || repeats > MAX_SYMBOLS
    ? String(value)
    : (SYMBOLS[(value - 1) % SYMBOLS.length] ?? "*").repeat(repeats);
}

function written(value: number, numbering: Numbering): string {
  if (numbering === "lower-letter") return letters(value);
  if (numbering === "upper-letter") return letters(value).toUpperCase();
  if (numbering === "lower-roman") return roman(value);
  if (numbering === "upper-roman") return roman(value).toUpperCase();
  return numbering === "symbols" ? symbols(value) : String(value);
}

/** Counts the notes of one kind and writes their marks. */
export class NoteCounter {
  private numbering: Numbering = "arabic";
  private next = 1;
  private count = 0;
  private readonly kind: "footnote" | "endnote";

  constructor(kind: "footnote" | "endnote") {
    this.kind = kind;
  }

  /** The words `\ftnnar`, `\aftnstart` and their like. False where the word is none of this counter's. */
  control(word: string, parameter: number | null): boolean {
    const prefix = this.kind === "footnote" ? "ftn" : "aftn";
    if (!word.startsWith(prefix)) return false;
    const numbering = NUMBERINGS.get(word.slice(prefix.length));
    if (numbering !== undefined) this.numbering = numbering;
    else if (word === `${prefix}start`) this.next = Math.max(1, parameter ?? 1);
    else return false;
    return true;
  }

  /** The mark of the next numbered note. Counts only when the note comes. */
  mark(): string {
    return written(this.next, this.numbering);
  }

  /** A name for the note that comes, which no other note of the document has. */
  begin(isNumbered: boolean): string {
    if (isNumbered) this.next += 1;
    this.count += 1;
    return `${this.kind}-${this.count}`;
  }
}
