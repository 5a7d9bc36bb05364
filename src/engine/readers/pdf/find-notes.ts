/**
 * Finds the notes at the foot of pages and the marks in the text that lead to them. A note is one only where its mark
 * stands raised in the text of the same page exactly once; all else stays as it is.
 */
import { endsSentence } from "../../../core/source/text-shapes.ts";
import type { Fragment } from "./fragment.ts";
import { firstLine, lastLine, type Paragraph } from "./paragraph.ts";
import type { TypeFacts } from "./type-facts.ts";

const SMALLER = 0.93;
const MARK = /^(?:\d{1,3}|[*∗†‡§¶]{1,3}|[a-z])$/u;
const PLAIN_MARK = /^(\d{1,3}|[*∗†‡§¶]{1,3})(?:[.)]\s*|\s+)(?=\S)/u;

export interface NoteStart {
  readonly mark: string;
  /** Code units at the start that are the mark, its full stop and the space behind it. */
  readonly lengthUtf16: number;
}

/** The mark that a line begins with, raised or followed by a space. */
export function noteStart({ text, shifted }: Fragment): NoteStart | null {
  const [first] = shifted;
  if (first?.shift === "superscript" && first.fromUtf16 === 0) {
    const mark = text.slice(0, first.toUtf16).trim();
    if (MARK.test(mark))
      return { mark, lengthUtf16: first.toUtf16 + (/^\s*/u.exec(text.slice(first.toUtf16))?.[0].length ?? 0) };
  }
  const plain = PLAIN_MARK.exec(text);
  return plain?.[1] === undefined ? null : { mark: plain[1], lengthUtf16: plain[0].length };
}

/** A note and the paragraphs that make it up: where it runs over several, they are joined. */
export interface FoundNote<Each extends Paragraph> {
  readonly id: string;
  readonly start: NoteStart;
  readonly paragraphs: Each[];
}

export interface FoundNotes<Each extends Paragraph> {
  readonly notes: readonly FoundNote<Each>[];
  /** For a line with marks of notes: the stretches of its text and the note of each. */
  readonly marks: ReadonlyMap<Fragment, readonly NoteMark[]>;
}

export interface NoteMark {
  readonly fromUtf16: number;
  readonly toUtf16: number;
  readonly note: string;
}

/** The notes of one page. `regions` holds its paragraphs by region, from top to foot. */
export function findNotes<Each extends Paragraph>(
  regions: readonly (readonly Each[])[],
  page: number,
  facts: TypeFacts,
): FoundNotes<Each> {
  const starts: { start: NoteStart; paragraphs: Each[] }[] = [];
  const atFoot = new Set<Each>();
  for (const region of regions) {
    for (const paragraph of footOf(region, facts)) {
      atFoot.add(paragraph);
      const start = noteStart(firstLine(paragraph));
      const open = starts.at(-1);
      if (start !== null) starts.push({ start, paragraphs: [paragraph] });
      else if (open !== undefined && !endsSentence(lastLine(last(open.paragraphs)).text))
        open.paragraphs.push(paragraph);
    }
  }
  const raised = raisedMarks(regions.flat().filter((paragraph) => !atFoot.has(paragraph)));
  const marks = new Map<Fragment, NoteMark[]>();
  const notes = starts.flatMap(({ start, paragraphs }): FoundNote<Each>[] => {
    const found = raised.get(start.mark) ?? [];
    const [mark] = found;
    const isOnly = starts.filter((other) => other.start.mark === start.mark).length === 1;
    if (mark === undefined || found.length > 1 || !isOnly) return [];
    const id = `page-${page}-${start.mark}`;
    marks.set(mark.fragment, [...(marks.get(mark.fragment) ?? []), { ...mark.place, note: id }]);
    return [{ id, start, paragraphs }];
  });
  return { notes, marks };
}

function last<Each>(list: readonly Each[]): Each {
  const found = list.at(-1);
  if (found === undefined) throw new RangeError("the list is empty");
  return found;
}

/** The paragraphs in smaller type that end a region, from the first that begins with a mark. */
function footOf<Each extends Paragraph>(region: readonly Each[], facts: TypeFacts): Each[] {
  const above = region.findLastIndex((paragraph) => paragraph.cell !== null || !isSmall(paragraph, facts));
  const foot = region.slice(above + 1);
  const first = foot.findIndex((paragraph) => noteStart(firstLine(paragraph)) !== null);
  return first < 0 ? [] : foot.slice(first);
}

function isSmall(paragraph: Paragraph, facts: TypeFacts): boolean {
  return paragraph.lines.every(({ fragment }) => fragment.size < facts.bodySize * SMALLER);
}

interface RaisedMark {
  readonly fragment: Fragment;
  readonly place: { readonly fromUtf16: number; readonly toUtf16: number };
}

function raisedMarks(paragraphs: readonly Paragraph[]): Map<string, RaisedMark[]> {
  const marks = new Map<string, RaisedMark[]>();
  for (const { lines } of paragraphs) {
    for (const { fragment } of lines) {
      for (const { fromUtf16, toUtf16, shift } of fragment.shifted) {
        const text = fragment.text.slice(fromUtf16, toUtf16);
        const mark = text.trim();
        if (shift !== "superscript" || !MARK.test(mark)) continue;
        const from = fromUtf16 + text.length - text.trimStart().length;
        const place = { fromUtf16: from, toUtf16: from + mark.length };
        marks.set(mark, [...(marks.get(mark) ?? []), { fragment, place }]);
      }
    }
  }
  return marks;
}
