/**
 * Takes RTF apart into its tokens. Must not know what a control word means, but for `\bin`, whose data is no RTF.
 * Written here because the library's tokeniser takes memory for as many bytes as a file claims to have.
 */

export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  /** A control word, or a control symbol such as `~` or `*`. */
  | { readonly kind: "control"; readonly word: string; readonly parameter: number | null }
  /** Bytes of text, as they stand between control words. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

const OPEN: RtfToken = { kind: "open" };
const CLOSE: RtfToken = { kind: "close" };

const BACKSLASH = 0x5c;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const MINUS = 0x2d;
const QUOTE = 0x27;
/** The specification allows 32; a longer one is damage. */
const MAX_WORD_BYTES = 64;
const MAX_PARAMETER_DIGITS = 10;

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function isText(byte: number): boolean {
  return byte !== BACKSLASH && byte !== BRACE_OPEN && byte !== BRACE_CLOSE && byte !== LINE_FEED && byte !== RETURN;
}

export class RtfTokenizer {
  private at: number;
  private readonly input: Uint8Array;
  /** Known so that it is not looked for at every brace of a file that is nothing but braces. */
  private nextBackslash = -1;
  /** True once `\bin` claimed more bytes than the file has. */
  isTruncated = false;

  constructor(input: Uint8Array, start = 0) {
    this.input = input;
    this.at = start;
  }

  get position(): number {
    return this.at;
  }

  /** True where RTF follows, and not just the nulls, line ends and braces that programs leave behind. */
  hasMore(): boolean {
    if (this.nextBackslash < this.at) {
      const found = this.input.indexOf(BACKSLASH, this.at);
      this.nextBackslash = found < 0 ? this.input.length : found;
    }
    return this.nextBackslash < this.input.length;
  }

  /** The next token, or null at the end. */
  next(): RtfToken | null {
    while (this.at < this.input.length) {
      const byte = this.input[this.at] ?? 0;
      if (byte === LINE_FEED || byte === RETURN) {
        this.at += 1;
        continue;
      }
      if (byte === BACKSLASH) return this.control();
      if (byte === BRACE_OPEN || byte === BRACE_CLOSE) {
        this.at += 1;
        return byte === BRACE_OPEN ? OPEN : CLOSE;
      }
      return this.text();
    }
    return null;
  }

  private text(): RtfToken {
    const start = this.at;
    while (this.at < this.input.length && isText(this.input[this.at] ?? 0)) this.at += 1;
    return { kind: "bytes", bytes: this.input.subarray(start, this.at) };
  }

  private control(): RtfToken {
    const first = this.input[this.at + 1];
    this.at += 2;
    if (first === undefined) return { kind: "control", word: "", parameter: null };
    if (first === QUOTE) return this.hexByte();
    if (!isLetter(first)) return this.symbol(first);
    return this.word();
  }

  private symbol(byte: number): RtfToken {
    // An escaped brace or backslash may be the second half of a character of two bytes.
    if (byte === BACKSLASH || byte === BRACE_OPEN || byte === BRACE_CLOSE) {
      return { kind: "bytes", bytes: Uint8Array.of(byte) };
    }
    return { kind: "control", word: String.fromCharCode(byte), parameter: null };
  }

  private hexByte(): RtfToken {
    const high = hexValue(this.input[this.at] ?? 0);
    const low = hexValue(this.input[this.at + 1] ?? 0);
    if (high < 0 || low < 0) return { kind: "control", word: "'", parameter: null };
    this.at += 2;
    return { kind: "bytes", bytes: Uint8Array.of(high * 16 + low) };
  }

  private word(): RtfToken {
    const start = this.at - 1;
    while (this.at - start < MAX_WORD_BYTES && isLetter(this.input[this.at] ?? 0)) this.at += 1;
    const word = String.fromCharCode(...this.input.subarray(start, this.at));
    const parameter = this.parameter();
    if (this.input[this.at] === SPACE) this.at += 1;
    if (word === "bin") this.skipData(parameter ?? 0);
    return { kind: "control", word, parameter };
  }

  private parameter(): number | null {
    const start = this.at;
    const isNegative = this.input[this.at] === MINUS && isDigit(this.input[this.at + 1] ?? 0);
    if (isNegative) this.at += 1;
    let value = 0;
    let digits = 0;
    while (isDigit(this.input[this.at] ?? 0)) {
      if (digits < MAX_PARAMETER_DIGITS) value = value * 10 + (this.input[this.at] ?? 0) - 0x30;
      digits += 1;
      this.at += 1;
    }
    if (this.at === start) return null;
    return isNegative ? -value : value;
  }

  private skipData(length: number): void {
    if (length <= 0) return;
    if (length > this.input.length - this.at) this.isTruncated = true;
    this.at = Math.min(this.input.length, this.at + length);
  }
}
