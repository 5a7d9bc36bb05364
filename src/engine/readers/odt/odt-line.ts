/**
 * The line of text that is being gathered for a paragraph of an OpenDocument text: folds white space as the format says
 * and keeps spans and revisions in place. Knows no elements.
 */
import type { Revision } from "../../../core/source/revision.ts";
import type { Span } from "../../../core/source/span.ts";
import { type Mark, MarkStretches } from "../mark-stretches.ts";

export interface OdtText {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly revisions: readonly Revision[];
}

/** Inside a block: text folds onto one line. The non-breaking space is none of these. */
const FOLDED = /[ \t\r\n\u0085\u2028\u2029]+/gu;

export class OdtLine {
  private parts: string[] = [];
  private lengthUtf16 = 0;
  private readonly stretches = new MarkStretches();
  private revisions: Revision[] = [];
  /** Revisions of lines without text, for the beginning of the next that has some. */
  private waiting: Revision[] = [];
  /** The marks of a space that is added only when text follows. */
  private space: readonly Mark[] | null = null;

  /** Where the next character will stand. */
  get atUtf16(): number {
    return this.lengthUtf16 + (this.space ? 1 : 0);
  }

  add(text: string, marks: readonly Mark[]): void {
    const folded = text.replace(FOLDED, " ");
    if (folded.startsWith(" ")) this.addSpace(marks);
    const core = folded.replace(/^ | $/gu, "");
    if (core !== "") this.append(core, marks);
    if (folded.length > 1 && folded.endsWith(" ")) this.addSpace(marks);
  }

  /** Adds a space, unless there is one or the line is still empty. */
  addSpace(marks: readonly Mark[]): void {
    if (this.lengthUtf16 > 0 && !this.parts.at(-1)?.endsWith(" ")) this.space ??= marks;
  }

  /** Adds spaces that the document counts out. */
  addSpaces(count: number, marks: readonly Mark[]): void {
    this.append(" ".repeat(count), marks);
  }

  addRevision(revision: Revision): void {
    this.revisions.push(revision);
  }

  private append(text: string, marks: readonly Mark[]): void {
    if (this.space) {
      const { space } = this;
      this.space = null;
      this.append(" ", space);
    }
    const fromUtf16 = this.lengthUtf16;
    this.parts.push(text);
    this.lengthUtf16 += text.length;
    this.stretches.add(marks, fromUtf16, this.lengthUtf16);
  }

  /** The line, trimmed, and starts a new one. Null where it has no text: its revisions then wait for the next. */
  take(): OdtText | null {
    const raw = this.parts.join("");
    const { revisions } = this;
    this.parts = [];
    this.lengthUtf16 = 0;
    this.space = null;
    this.revisions = [];
    const text = raw.trim();
    const start = raw.length - raw.trimStart().length;
    const place = (offsetUtf16: number): number => Math.min(text.length, Math.max(0, offsetUtf16 - start));
    const spans = this.stretches.take(text, place);
    if (text === "") {
      for (const revision of revisions) this.waiting.push(placed(revision, () => 0));
      return null;
    }
    const { waiting } = this;
    this.waiting = [];
    return {
      text,
      spans,
      revisions: [...waiting, ...revisions.map((revision) => placed(revision, place))],
    };
  }
}

function placed(revision: Revision, place: (offsetUtf16: number) => number): Revision {
  if (revision.kind === "deleted") return { ...revision, atUtf16: place(revision.atUtf16) };
  return { ...revision, fromUtf16: place(revision.fromUtf16), toUtf16: place(revision.toUtf16) };
}
