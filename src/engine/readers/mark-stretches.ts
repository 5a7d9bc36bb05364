/**
 * The marks of a line of text that is being gathered: where each begins and ends, joined where it goes on, and in the end
 * as the spans of the trimmed text. Knows neither elements nor how white space folds.
 */
import type { Emphasis, Span } from "../../core/source/span.ts";

/** What a stretch of text is, whatever block it comes to stand in. */
export type Mark =
  | { readonly kind: "emphasis"; readonly emphasis: Emphasis }
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "note-mark"; readonly note: string };

interface Stretch {
  readonly mark: Mark;
  readonly fromUtf16: number;
  toUtf16: number;
}

function keyOf(mark: Mark): string {
  if (mark.kind === "emphasis") return mark.emphasis;
  return mark.kind === "link" ? `link ${mark.url}` : `note ${mark.note}`;
}

export class MarkStretches {
  private stretches: Stretch[] = [];
  private latest = new Map<string, Stretch>();

  /** Notes the marks of text that was added at the end of the line. A mark that was there up to it goes on. */
  add(marks: readonly Mark[], fromUtf16: number, toUtf16: number): void {
    for (const mark of marks) {
      const key = keyOf(mark);
      const latest = this.latest.get(key);
      if (latest?.toUtf16 === fromUtf16) {
        latest.toUtf16 = toUtf16;
        continue;
      }
      const stretch: Stretch = { mark, fromUtf16, toUtf16 };
      this.stretches.push(stretch);
      this.latest.set(key, stretch);
    }
  }

  /**
   * The spans of the trimmed text, without the white space at their ends, and forgets them. `place` takes an offset of the
   * line to one of that text.
   */
  take(text: string, place: (offsetUtf16: number) => number): Span[] {
    const spans: Span[] = [];
    for (const { mark, ...stretch } of this.stretches) {
      let fromUtf16 = place(stretch.fromUtf16);
      let toUtf16 = place(stretch.toUtf16);
      while (fromUtf16 < toUtf16 && text.charAt(fromUtf16).trim() === "") fromUtf16 += 1;
      while (toUtf16 > fromUtf16 && text.charAt(toUtf16 - 1).trim() === "") toUtf16 -= 1;
      if (fromUtf16 < toUtf16) spans.push({ ...mark, fromUtf16, toUtf16 });
    }
    this.stretches = [];
    this.latest = new Map();
    return spans
      .filter((span) => !isRaisedMark(span, spans))
      .sort((a, b) => a.fromUtf16 - b.fromUtf16 || b.toUtf16 - a.toUtf16);
  }
}

/** The mark of a note says all that its being raised says. */
function isRaisedMark(span: Span, spans: readonly Span[]): boolean {
  if (span.kind !== "emphasis" || span.emphasis !== "superscript") return false;
  return spans.some(
    (other) => other.kind === "note-mark" && other.fromUtf16 <= span.fromUtf16 && other.toUtf16 >= span.toUtf16,
  );
}
