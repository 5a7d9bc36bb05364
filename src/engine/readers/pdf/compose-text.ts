/**
 * Composes the text of a paragraph from its lines: joins them, keeps each character's origin, and tells where pages
 * change, what is emphasised and what is raised.
 */
import type { PageStart } from "../../../core/source/block.ts";
import type { Span } from "../../../core/source/span.ts";
import type { NoteMark } from "./find-notes.ts";
import { dropStart, type Fragment, type TextRun } from "./fragment.ts";
import { isDividedUnseen, joinOfLines, type KnownWords, LONGEST_END_UTF16 } from "./join-lines.ts";
import type { Measure, PlacedLine } from "./paragraph.ts";
import type { TypeFacts } from "./type-facts.ts";

export interface PlacedRun extends TextRun {
  readonly page: number;
}

export interface ComposedText {
  readonly text: string;
  readonly runs: readonly PlacedRun[];
  readonly pages: PageStart[];
  readonly spans: Span[];
}

/** A stretched line that lacks the width of a hyphen, in type sizes. */
const HYPHEN_FROM = 0.15;
const HYPHEN_TO = 0.55;

export interface ComposeOptions {
  readonly words: KnownWords;
  readonly facts: TypeFacts;
  /** True where no line of the document ends in a hyphen: it may divide words by hyphens that pdf.js leaves out. */
  readonly dividesUnseen: boolean;
  /** The marks of notes that stand in a line. */
  readonly marks: ReadonlyMap<Fragment, readonly NoteMark[]>;
  /** Code units at the start of the first line that are left out: a bullet, the mark of a note. */
  readonly skipUtf16?: number;
  /** Emphasis is told where it is more than the paragraph's own look: not in headings. */
  readonly withEmphasis: boolean;
}

/** The text of lines that belong together. `measures` gives the edges of the text around each line. */
export function composeText(
  lines: readonly PlacedLine[],
  measures: readonly Measure[],
  options: ComposeOptions,
): ComposedText {
  const runs: PlacedRun[] = [];
  const pages: PageStart[] = [];
  const marks: Mark[] = [];
  const notes: Span[] = [];
  let text = "";
  // The end of the text on its own: asking a text for its end that is being put together joins all of it each time.
  let end = "";
  const append = (more: string) => {
    text += more;
    end = (end + more).slice(-LONGEST_END_UTF16);
  };
  lines.forEach(({ fragment: whole, page }, index) => {
    const fragment = index === 0 && options.skipUtf16 ? dropStart(whole, options.skipUtf16) : whole;
    const dropped = whole.text.length - fragment.text.length;
    const before = lines[index - 1]?.fragment;
    if (before !== undefined) {
      const measure = measures[index - 1];
      const isShort = measure !== undefined && lacksHyphen(before, measure);
      const divided = options.dividesUnseen && isDividedUnseen(before.text, fragment.text, options.words, isShort);
      const join = divided ? { dropUtf16: 0, between: "" } : joinOfLines(end, fragment.text, options.words);
      if (join.dropUtf16 > 0) {
        text = text.slice(0, -join.dropUtf16);
        end = end.slice(0, -join.dropUtf16);
        cutRuns(runs, text.length);
      }
      append(join.between);
    }
    if (pages.at(-1)?.page !== page) pages.push({ fromUtf16: text.length, page });
    const shift = text.length;
    for (const run of fragment.runs) runs.push({ ...run, fromUtf16: run.fromUtf16 + shift, page });
    collectMarks(marks, fragment, shift, options);
    for (const { fromUtf16, toUtf16, note } of options.marks.get(whole) ?? []) {
      if (fromUtf16 < dropped) continue;
      const by = shift - dropped;
      notes.push({ kind: "note-mark", fromUtf16: fromUtf16 + by, toUtf16: toUtf16 + by, note });
    }
    append(fragment.text);
  });
  const emphasis = spansOf(marks, text).filter((span) => !notes.some((note) => isSamePlace(note, span)));
  const spans = [...emphasis, ...notes].sort(
    (one, other) => one.fromUtf16 - other.fromUtf16 || other.toUtf16 - one.toUtf16,
  );
  return { text, runs, pages, spans };
}

function isSamePlace(one: Span, other: Span): boolean {
  return one.fromUtf16 === other.fromUtf16 && one.toUtf16 === other.toUtf16;
}

function lacksHyphen({ x1, size, isRightToLeft }: Fragment, measure: Measure): boolean {
  const room = (measure.x1 - x1) / size;
  return measure.isJustified && !isRightToLeft && room >= HYPHEN_FROM && room <= HYPHEN_TO;
}

/** Takes from the runs what lies behind a length that the text was cut to. */
function cutRuns(runs: PlacedRun[], lengthUtf16: number): void {
  for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
    const over = last.fromUtf16 + last.lengthUtf16 - lengthUtf16;
    if (over <= 0) return;
    runs.pop();
    if (over < last.lengthUtf16) {
      runs.push({ ...last, lengthUtf16: last.lengthUtf16 - over });
      return;
    }
  }
}

interface Mark {
  readonly fromUtf16: number;
  toUtf16: number;
  readonly emphasis: "strong" | "emphasis" | "superscript" | "subscript";
}

function collectMarks(
  marks: Mark[],
  { fonts, shifted }: Fragment,
  shift: number,
  { facts, withEmphasis }: ComposeOptions,
): void {
  for (const { fromUtf16, toUtf16, shift: emphasis } of shifted) {
    marks.push({ fromUtf16: fromUtf16 + shift, toUtf16: toUtf16 + shift, emphasis });
  }
  if (!withEmphasis) return;
  for (const { font, fromUtf16, toUtf16 } of fonts) {
    const { isBold, isItalic } = facts.fontOf(font);
    if (isBold) marks.push({ fromUtf16: fromUtf16 + shift, toUtf16: toUtf16 + shift, emphasis: "strong" });
    if (isItalic) marks.push({ fromUtf16: fromUtf16 + shift, toUtf16: toUtf16 + shift, emphasis: "emphasis" });
  }
}

/** Marks as spans: those that only a space parts are one, no span begins or ends in white space or behind the text. */
function spansOf(marks: readonly Mark[], text: string): Span[] {
  const merged: Mark[] = [];
  const open = new Map<Mark["emphasis"], Mark>();
  for (const mark of marks) {
    const last = open.get(mark.emphasis);
    const isShift = mark.emphasis === "superscript" || mark.emphasis === "subscript";
    if (
      last !== undefined &&
      text.slice(last.toUtf16, mark.fromUtf16).trim() === "" &&
      (!isShift || last.toUtf16 === mark.fromUtf16)
    ) {
      last.toUtf16 = mark.toUtf16;
      continue;
    }
    const kept = { ...mark };
    merged.push(kept);
    open.set(mark.emphasis, kept);
  }
  return merged.flatMap(({ fromUtf16, toUtf16, emphasis }): Span[] => {
    const inside = text.slice(fromUtf16, toUtf16);
    const from = fromUtf16 + inside.length - inside.trimStart().length;
    const to = fromUtf16 + inside.trimEnd().length;
    return to > from ? [{ kind: "emphasis", fromUtf16: from, toUtf16: to, emphasis }] : [];
  });
}
