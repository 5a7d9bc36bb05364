/**
 * The line of text that is being gathered for a block: folds white space as CSS does and keeps the spans right.
 * Knows no elements.
 */

import type { Span } from "../../../core/source/span.ts";
import { isUnspaced } from "../../../core/source/text-shapes.ts";
import { type Mark, MarkStretches } from "../mark-stretches.ts";

export interface SpannedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** White space that HTML folds; the non-breaking space is none. */
const FOLDED = /[ \t\n\f\r]{2,}|[\t\n\f\r]/gu;
/** A line break of the source between Han or kana is nothing: https://www.w3.org/TR/css-text-3/#line-break-transform */
const BREAK_WITHIN_SCRIPT =
  /(?<=[\u3001-\u303f\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\uff00-\uff60])[ \t]*[\r\n][ \t\r\n]*(?=[\u3001-\u303f\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\uff00-\uff60])/gu;
/** Says where a word may be hyphenated. Not a character of the text, and Word would show it as a hyphen. */
const SOFT_HYPHEN = /\u00ad/gu;

export class InlineLine {
  private parts: string[] = [];
  private lengthUtf16 = 0;
  private readonly stretches = new MarkStretches();
  /** The marks of a space that is added only when text follows it. */
  private space: readonly Mark[] | null = null;
  /** That space stands for a line break, which is none between scripts that run their words together. */
  private isBreak = false;

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** The text so far, without white space at its end. */
  get text(): string {
    return this.parts.join("");
  }

  /** Adds text; `keepsSpaces` for text that is preformatted. Must hold no line feed then. */
  add(text: string, marks: readonly Mark[], keepsSpaces: boolean): void {
    const shown = text.replace(SOFT_HYPHEN, "");
    if (keepsSpaces) {
      this.append(shown, marks);
      return;
    }
    const folded = shown.replace(BREAK_WITHIN_SCRIPT, "").replace(FOLDED, " ");
    if (folded.startsWith(" ")) this.addSpace(marks);
    const core = folded.slice(
      folded.startsWith(" ") ? 1 : 0,
      folded.length > 1 && folded.endsWith(" ") ? -1 : undefined,
    );
    this.append(core, marks);
    if (folded.length > 1 && folded.endsWith(" ")) this.addSpace(marks);
  }

  /** Adds a line break that is shown as a space, if as anything. */
  addBreak(marks: readonly Mark[]): void {
    if (this.isEmpty || this.space) return;
    this.space = marks;
    this.isBreak = true;
  }

  /** Adds a space, unless there is one or the line is still empty. */
  addSpace(marks: readonly Mark[]): void {
    this.isBreak = false;
    if (!this.isEmpty) this.space ??= marks;
  }

  private append(text: string, marks: readonly Mark[]): void {
    if (text === "") return;
    if (this.space) {
      const { space } = this;
      this.space = null;
      const last = this.parts.at(-1) ?? "";
      const isTight = this.isBreak && isUnspaced(last.charCodeAt(last.length - 1)) && isUnspaced(text.charCodeAt(0));
      this.isBreak = false;
      if (!isTight) this.append(" ", space);
    }
    const fromUtf16 = this.lengthUtf16;
    this.parts.push(text);
    this.lengthUtf16 += text.length;
    this.stretches.add(marks, fromUtf16, this.lengthUtf16);
  }

  /** The line, trimmed, and starts a new one. Null where there is nothing but white space. */
  take(): SpannedText | null {
    const raw = this.parts.join("");
    this.parts = [];
    this.lengthUtf16 = 0;
    this.space = null;
    this.isBreak = false;
    const text = raw.trim();
    const start = raw.length - raw.trimStart().length;
    const spans = this.stretches.take(text, (offset) => Math.min(text.length, Math.max(0, offset - start)));
    return text === "" ? null : { text, spans };
  }
}

/** The text without its first code units, its spans moved along. */
export function withoutStart({ text, spans }: SpannedText, lengthUtf16: number): SpannedText {
  return {
    text: text.slice(lengthUtf16),
    spans: spans
      .filter((span) => span.toUtf16 > lengthUtf16)
      .map((span) => ({
        ...span,
        fromUtf16: Math.max(0, span.fromUtf16 - lengthUtf16),
        toUtf16: span.toUtf16 - lengthUtf16,
      })),
  };
}
