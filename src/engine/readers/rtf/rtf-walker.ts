/**
 * Walks through RTF and hands on what it says as text and control words: decodes bytes by code page and font, reads the
 * font table, leaves out what the writer put there for readers without Unicode. Must not know documents.
 */
import { AttacheError } from "../../../ipc/errors.ts";
import { isKnownCodePage } from "./code-page.ts";
import { RTF_CHARACTERS } from "./rtf-characters.ts";
import { RtfFonts } from "./rtf-fonts.ts";
import { RtfTokenizer } from "./rtf-tokens.ts";

/** Word nests some dozens deep. */
const MAX_GROUP_DEPTH = 10_000;
const PIECE_BYTES = 1 << 14;

export interface RtfHandler {
  open(): void;
  close(): void;
  /** `isStarred`: a destination that a reader who does not know it must leave out. */
  control(word: string, parameter: number | null, isStarred: boolean): void;
  text(text: string): void;
}

interface Frame {
  readonly font: number;
  readonly fallbackLength: number;
  readonly isSkipped: boolean;
  readonly isFontTable: boolean;
}

const DOCUMENT_CODE_PAGES: ReadonlyMap<string, number> = new Map([
  ["ansi", 1252],
  ["mac", 10000],
  ["pc", 437],
  ["pca", 850],
]);

export class RtfWalker {
  readonly fonts = new RtfFonts();
  private readonly tokens: RtfTokenizer;
  private readonly handler: RtfHandler;
  private readonly fileName: string;
  private readonly stack: Frame[] = [];
  private frame: Frame = { font: -1, fallbackLength: 1, isSkipped: false, isFontTable: false };
  /** The bytes of text since the last control word, which may be parts of one character. */
  private pending = new Uint8Array(1024);
  private pendingBytes = 0;
  /** Characters still to be left out: they say in a code page what was said in Unicode. */
  private toSkip = 0;
  private isStarred = false;
  private hasEnded = false;
  /** True where the document seems to end before the file does. */
  isUnbalanced = false;

  constructor(bytes: Uint8Array, start: number, fileName: string, handler: RtfHandler) {
    this.tokens = new RtfTokenizer(bytes, start);
    this.fileName = fileName;
    this.handler = handler;
  }

  /** True where the file ends before its text does. */
  get isTruncated(): boolean {
    return this.tokens.isTruncated || !this.hasEnded;
  }

  get position(): number {
    return this.tokens.position;
  }

  /** Leaves out the rest of the current group, and all that is in it. */
  skipGroup(): void {
    this.frame = { ...this.frame, isSkipped: true };
  }

  walk(): void {
    for (let token = this.tokens.next(); token !== null; token = this.tokens.next()) {
      if (token.kind === "bytes") {
        this.bytes(token.bytes);
        continue;
      }
      this.flush();
      if (token.kind === "open") this.open();
      else if (token.kind === "close") this.close();
      else this.control(token.word, token.parameter);
      if (this.hasEnded) return;
    }
    this.flush();
    while (this.stack.length > 0) {
      this.stack.pop();
      this.handler.close();
    }
  }

  private open(): void {
    this.toSkip = 0;
    this.isStarred = false;
    if (this.stack.length >= MAX_GROUP_DEPTH) {
      throw new AttacheError(
        "file-too-complex",
        `${this.fileName} has more than ${MAX_GROUP_DEPTH.toLocaleString("en-GB")} groups inside each other and was not imported. Open it in Word and save it again.`,
      );
    }
    this.stack.push(this.frame);
    this.handler.open();
  }

  private close(): void {
    this.toSkip = 0;
    this.isStarred = false;
    const frame = this.stack.pop();
    if (frame === undefined) return;
    // A brace too many must not cut off the text behind it: the state of the document then stays in force.
    if (this.stack.length === 0 && this.tokens.hasMore()) {
      this.isUnbalanced = true;
      this.stack.push(frame);
      return;
    }
    this.handler.close();
    this.frame = frame;
    this.hasEnded = this.stack.length === 0;
  }

  private bytes(bytes: Uint8Array): void {
    this.isStarred = false;
    if (this.frame.isSkipped) return;
    const skipped = Math.min(this.toSkip, bytes.length);
    this.toSkip -= skipped;
    if (skipped === bytes.length) return;
    const length = this.pendingBytes + bytes.length - skipped;
    if (length > this.pending.length) {
      const longer = new Uint8Array(length * 2);
      longer.set(this.pending.subarray(0, this.pendingBytes));
      this.pending = longer;
    }
    this.pending.set(skipped === 0 ? bytes : bytes.subarray(skipped), this.pendingBytes);
    this.pendingBytes = length;
  }

  private flush(): void {
    if (this.pendingBytes === 0) return;
    const bytes = this.pending.subarray(0, this.pendingBytes);
    this.pendingBytes = 0;
    const font = this.frame.font < 0 ? this.fonts.defaultFont : this.frame.font;
    // Long pieces of ASCII are cut, as a call takes only so many arguments; longer ones beyond ASCII are decoded whole.
    const isLongAscii = bytes.length > PIECE_BYTES && bytes.every((byte) => byte < 0x80);
    const step = isLongAscii ? PIECE_BYTES : bytes.length;
    for (let at = 0; at < bytes.length; at += step) {
      this.emit(this.fonts.decode(bytes.subarray(at, at + step), font));
    }
  }

  private emit(text: string): void {
    if (this.frame.isFontTable) this.fonts.addToName(text.replaceAll(";", ""));
    else this.handler.text(text);
  }

  private control(word: string, parameter: number | null): void {
    if (word === "*") {
      this.isStarred = true;
      return;
    }
    const isStarred = this.isStarred;
    this.isStarred = false;
    if (this.frame.isSkipped) return;
    const character = RTF_CHARACTERS.get(word);
    if (this.toSkip > 0 && word !== "u") {
      this.toSkip = character === undefined ? 0 : this.toSkip - 1;
      if (character !== undefined) return;
    }
    if (character !== undefined) this.emit(character);
    else if (this.frame.isFontTable) this.fontControl(word, parameter, isStarred);
    else if (!this.ownControl(word, parameter)) this.handler.control(word, parameter, isStarred);
  }

  private fontControl(word: string, parameter: number | null, isStarred: boolean): void {
    if (isStarred) this.skipGroup();
    else if (word === "f") this.fonts.define(parameter ?? 0);
    else if (word === "fcharset") this.fonts.setCharset(parameter ?? 0);
    else if (word === "cpg") this.fonts.setCodePage(parameter ?? 0);
  }

  /** Control words that matter to no handler. False for all others. */
  private ownControl(word: string, parameter: number | null): boolean {
    if (word === "u") this.unicode(parameter ?? 0);
    else if (word === "uc") this.frame = { ...this.frame, fallbackLength: Math.max(0, parameter ?? 1) };
    else if (word === "f") this.frame = { ...this.frame, font: parameter ?? 0 };
    else if (word === "fonttbl") this.frame = { ...this.frame, isFontTable: true };
    else if (word === "deff") this.fonts.defaultFont = parameter ?? 0;
    else if (word === "ansicpg") {
      if (parameter !== null && isKnownCodePage(parameter)) this.fonts.documentCodePage = parameter;
    } else {
      const codePage = DOCUMENT_CODE_PAGES.get(word);
      if (word === "plain") this.frame = { ...this.frame, font: -1 };
      if (codePage === undefined) return false;
      this.fonts.documentCodePage = codePage;
    }
    return true;
  }

  private unicode(parameter: number): void {
    const code = parameter < 0 ? parameter + 0x10000 : parameter;
    const font = this.frame.font < 0 ? this.fonts.defaultFont : this.frame.font;
    if (code > 0) this.emit(this.fonts.character(code, font));
    this.toSkip = this.frame.fallbackLength;
  }
}
