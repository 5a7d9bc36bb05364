/** What lines are put together to: paragraphs of a page, before they are told apart by kind and joined over pages. */
import type { Fragment } from "./fragment.ts";

export interface PlacedLine {
  readonly fragment: Fragment;
  /** From 1. */
  readonly page: number;
}

/** The edges of the text around, in points. */
export interface Measure {
  readonly x0: number;
  readonly x1: number;
  /** True where most lines end at the edge to a hair: then a line that does not has a reason. */
  readonly isJustified: boolean;
}

export interface Paragraph {
  readonly lines: readonly PlacedLine[];
  /** Of the region that it stands in. */
  readonly measure: Measure;
  /** From the line above it, in type sizes; infinite at the top of a region. */
  readonly gapAbove: number;
  readonly isFirstOfRegion: boolean;
  readonly isLastOfRegion: boolean;
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
}

export function firstLine({ lines }: Pick<Paragraph, "lines">): Fragment {
  const [line] = lines;
  if (line === undefined) throw new RangeError("a paragraph has a line");
  return line.fragment;
}

export function lastLine({ lines }: Pick<Paragraph, "lines">): Fragment {
  const line = lines.at(-1);
  if (line === undefined) throw new RangeError("a paragraph has a line");
  return line.fragment;
}

/** The text as if lines were joined by spaces: for looking at, not for keeping. */
export function roughText({ lines }: Pick<Paragraph, "lines">): string {
  return lines.map(({ fragment }) => fragment.text).join(" ");
}
