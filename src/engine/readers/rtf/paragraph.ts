/**
 * A paragraph in the making: text in one line, with its emphasis, links, note marks and revisions by offset. Folds
 * white space as it comes, so that offsets never have to be counted again.
 */
import type { Revision } from "../../../core/source/revision.ts";
import type { Span } from "../../../core/source/span.ts";
import { EMPHASIS_BITS, type Made, type TextStyle } from "./text-style.ts";

interface Stretch {
  readonly fromUtf16: number;
  toUtf16: number;
}

interface StyledStretch extends Stretch {
  readonly style: TextStyle;
}

export interface FinishedParagraph {
  readonly text: string;
  readonly spans: Span[];
  readonly revisions: Revision[];
}

/** Marks longer than this are no marks of notes. */
const MAX_MARK_UTF16 = 10;
const SUPERSCRIPT = 16;
/** A paragraph with more changes of style is an attack: the rest of it is read, in the style of the last. */
const MAX_RUNS = 200_000;

function sameMade(a: Made | null, b: Made | null): boolean {
  return a === b || (a !== null && b !== null && a.author === b.author && a.date === b.date);
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return a.emphasis === b.emphasis && a.link === b.link && sameMade(a.inserted, b.inserted);
}

/** Spans without the white space at their ends. The mark of a note says all that its being raised says. */
function trimmed(spans: readonly Span[], text: string): Span[] {
  const marks = new Map(
    spans.filter((span) => span.kind === "note-mark").map((mark) => [mark.fromUtf16, mark.toUtf16]),
  );
  const isMark = (span: Span): boolean =>
    span.kind === "emphasis" && span.emphasis === "superscript" && (marks.get(span.fromUtf16) ?? -1) >= span.toUtf16;
  return spans
    .map((span) => {
      const inner = text.slice(span.fromUtf16, span.toUtf16);
      const toUtf16 = span.toUtf16 - (inner.length - inner.trimEnd().length);
      return {
        ...span,
        fromUtf16: Math.min(toUtf16, span.fromUtf16 + inner.length - inner.trimStart().length),
        toUtf16,
      };
    })
    .filter((span) => span.toUtf16 > span.fromUtf16 && !isMark(span))
    .sort((a, b) => a.fromUtf16 - b.fromUtf16 || b.toUtf16 - a.toUtf16);
}

export class Paragraph {
  private readonly parts: string[] = [];
  private length = 0;
  /** The last characters, as long as a mark can be. */
  private tail = "";
  private endsInSpace = true;
  private runs: StyledStretch[] = [];
  private marks: (Stretch & { readonly note: string })[] = [];
  private revisions: Revision[] = [];

  get lengthUtf16(): number {
    return this.length;
  }

  get isBlank(): boolean {
    return this.length === 0;
  }

  append(raw: string, style: TextStyle): void {
    if (style.deleted) {
      this.appendDeleted(raw, style.deleted);
      return;
    }
    let text = raw.replace(/[\t\n\v\f\r ]+/gu, " ").replace(/[\u0000-\u001f\u007f]/gu, "");
    if (this.endsInSpace && text.startsWith(" ")) text = text.slice(1);
    if (text === "") return;
    this.parts.push(text);
    this.tail = (this.tail + text.slice(-MAX_MARK_UTF16)).slice(-MAX_MARK_UTF16);
    const fromUtf16 = this.length;
    this.length += text.length;
    this.endsInSpace = text.endsWith(" ");
    const last = this.runs.at(-1);
    const isSame = last !== undefined && (sameStyle(last.style, style) || this.runs.length >= MAX_RUNS);
    if (isSame) last.toUtf16 = this.length;
    else this.runs.push({ fromUtf16, toUtf16: this.length, style });
  }

  private appendDeleted(raw: string, made: Made): void {
    const text = raw.replace(/\s+/gu, " ");
    const last = this.revisions.at(-1);
    if (last?.kind === "deleted" && last.atUtf16 === this.length && sameMade(last, made)) last.text += text;
    else this.revisions.push({ kind: "deleted", atUtf16: this.length, text, ...made });
  }

  comment(fromUtf16: number, text: string, made: Made): void {
    this.revisions.push({ kind: "comment", fromUtf16, toUtf16: this.length, text, ...made });
  }

  markNote(fromUtf16: number, toUtf16: number, note: string): void {
    if (toUtf16 > fromUtf16) this.marks.push({ fromUtf16, toUtf16, note });
  }

  /** The raised characters at the end of what was written so far: the mark of a note that is not numbered. */
  trailingMark(): { readonly fromUtf16: number; readonly text: string } | null {
    const last = this.runs.at(-1);
    if (!last || (last.style.emphasis & SUPERSCRIPT) === 0 || last.toUtf16 !== this.length) return null;
    if (last.toUtf16 - last.fromUtf16 > MAX_MARK_UTF16) return null;
    return { fromUtf16: last.fromUtf16, text: this.tail.slice(last.fromUtf16 - this.length) };
  }

  private text(): string {
    return this.parts.join("");
  }

  /** What a copy of this text would be after `prefix` at its start, the mark of a note, is taken away. */
  finish(prefix: string | null = null): FinishedParagraph {
    const whole = this.text();
    const start = prefix !== null && prefix !== "" && whole.startsWith(prefix) ? prefix.length : 0;
    const cut = whole.slice(start);
    const fromUtf16 = start + cut.length - cut.trimStart().length;
    const text = cut.trim();
    const clip = (offset: number): number => Math.min(Math.max(offset - fromUtf16, 0), text.length);
    return { text: text.toWellFormed(), spans: trimmed(this.spans(clip), text), revisions: this.allRevisions(clip) };
  }

  private spans(clip: (offset: number) => number): Span[] {
    const spans: Span[] = [];
    for (const [emphasis, bit] of EMPHASIS_BITS) {
      for (const { fromUtf16, toUtf16 } of this.stretches(({ style }) => (style.emphasis & bit) !== 0 || null)) {
        spans.push({ kind: "emphasis", fromUtf16: clip(fromUtf16), toUtf16: clip(toUtf16), emphasis });
      }
    }
    for (const { fromUtf16, toUtf16, value } of this.stretches(({ style }) => style.link)) {
      spans.push({ kind: "link", fromUtf16: clip(fromUtf16), toUtf16: clip(toUtf16), url: value });
    }
    for (const { fromUtf16, toUtf16, note } of this.marks) {
      spans.push({ kind: "note-mark", fromUtf16: clip(fromUtf16), toUtf16: clip(toUtf16), note });
    }
    return spans;
  }

  /** Runs that have the same value one after the other, as one. */
  private stretches<Value>(select: (run: StyledStretch) => Value | null): (Stretch & { readonly value: Value })[] {
    const found: (Stretch & { readonly value: Value })[] = [];
    for (const run of this.runs) {
      const value = select(run);
      if (value === null) continue;
      const last = found.at(-1);
      if (last && last.value === value && last.toUtf16 === run.fromUtf16) last.toUtf16 = run.toUtf16;
      else found.push({ fromUtf16: run.fromUtf16, toUtf16: run.toUtf16, value });
    }
    return found;
  }

  private allRevisions(clip: (offset: number) => number): Revision[] {
    const inserted: Revision[] = this.stretches(({ style }) => style.inserted).map(({ fromUtf16, toUtf16, value }) => {
      return { kind: "inserted", fromUtf16: clip(fromUtf16), toUtf16: clip(toUtf16), ...value };
    });
    const others = this.revisions.map((revision): Revision => {
      if (revision.kind === "deleted") return { ...revision, atUtf16: clip(revision.atUtf16) };
      return { ...revision, fromUtf16: clip(revision.fromUtf16), toUtf16: clip(revision.toUtf16) };
    });
    return [...inserted, ...others];
  }
}
