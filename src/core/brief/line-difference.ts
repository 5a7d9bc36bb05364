/**
 * What differs between two rows of lines: which stayed, came, went or were changed, and in what words. Knows neither
 * sections nor briefs.
 */
import { z } from "zod";
import { type DiffPart, diffSequences } from "../excerpt/word-diff.ts";
import { type Line, type LinePiece, linePieceSchema, lineShapeSchema, pieceKey, wordByWord } from "./brief-lines.ts";

export const differencePartSchema = z.object({ kind: z.enum(["same", "removed", "added"]), piece: linePieceSchema });
/** Pieces in order: those that are not "added" make up the line before, those that are not "removed" the one after. */
export type DifferencePart = z.infer<typeof differencePartSchema>;

export const lineDifferenceSchema = z.object({
  /** `moved-away` and `moved-here` are the two places of a line that changed its place and nothing else. */
  change: z.enum(["same", "changed", "added", "removed", "moved-away", "moved-here"]),
  /** What kind of line it was; null where there was none. */
  before: lineShapeSchema.nullable(),
  after: lineShapeSchema.nullable(),
  /** True where its words or citations are the same, and its kind, emphasis or links are not. */
  onlyLooks: z.boolean(),
  parts: z.array(differencePartSchema),
});
export type LineDifference = z.infer<typeof lineDifferenceSchema>;

/** Beyond so many lines on both sides together, those in the middle are shown as removed and added. */
const MOST_LINES = 4000;
/** The same for the pieces of a line. A page is about 1,000, half of them spaces. */
const MOST_PIECES = 3000;
/** Which share of their words two lines have in common at least that are one line, changed. */
const LEAST_ALIKE = 0.4;
/** Beyond so many pairs of lines, lines are not paired by what they have in common. */
const MOST_PAIRS = 10_000;

/** The lines of both in reading order; what was removed comes before what was added in its place. */
export function diffLines(before: readonly Line[], after: readonly Line[]): LineDifference[] {
  const result: LineDifference[] = [];
  let removed: Line[] = [];
  let added: Line[] = [];
  const settle = () => {
    result.push(...diffGap(removed, added));
    [removed, added] = [[], []];
  };
  for (const { kind, item } of diffSequences(before, after, MOST_LINES, ({ key }) => key)) {
    if (kind === "removed") removed.push(item);
    else if (kind === "added") added.push(item);
    else {
      settle();
      result.push(wholeLine("same", item));
    }
  }
  settle();
  return result;
}

/** A line that is all of one kind. */
export function wholeLine(change: "same" | "added" | "removed", line: Line): LineDifference {
  return {
    change,
    before: change === "added" ? null : line.shape,
    after: change === "removed" ? null : line.shape,
    onlyLooks: false,
    parts: line.pieces.map((piece) => ({ kind: change, piece })),
  };
}

/** Pieces of two lines as one, word by word. */
export function diffPieces(before: readonly LinePiece[], after: readonly LinePiece[]): DifferencePart[] {
  const steps = diffSequences(wordByWord(before), wordByWord(after), MOST_PIECES, pieceKey);
  return joinParts(inRuns(steps.map(({ kind, item }) => ({ kind, piece: item }))));
}

/** What stands between two lines that stayed: lines that went and came. Those that are alike are one that was changed. */
function diffGap(removed: readonly Line[], added: readonly Line[]): LineDifference[] {
  const result: LineDifference[] = [];
  let [row, column] = [0, 0];
  const upTo = (nextRow: number, nextColumn: number) => {
    for (const line of removed.slice(row, nextRow)) result.push(wholeLine("removed", line));
    for (const line of added.slice(column, nextColumn)) result.push(wholeLine("added", line));
    [row, column] = [nextRow, nextColumn];
  };
  for (const [old, now] of pairsOf(removed, added)) {
    upTo(old, now);
    const [before, after] = [removed[old], added[now]];
    if (before && after) result.push(changedLine(before, after));
    [row, column] = [old + 1, now + 1];
  }
  upTo(removed.length, added.length);
  return result;
}

function changedLine(before: Line, after: Line): LineDifference {
  const parts = diffPieces(before.pieces, after.pieces);
  const onlyLooks = parts.every(({ kind }) => kind === "same");
  return { change: "changed", before: before.shape, after: after.shape, onlyLooks, parts };
}

/** Which lines belong together, in order: the pairing that has most in common. */
function pairsOf(removed: readonly Line[], added: readonly Line[]): [number, number][] {
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > MOST_PAIRS) return [];
  const [olds, nows] = [removed.map(contentOf), added.map(contentOf)];
  const width = nows.length + 1;
  const best = new Float64Array((olds.length + 1) * width);
  const alike = olds.map((old) => nows.map((now) => likeness(old, now)));
  for (let row = olds.length - 1; row >= 0; row -= 1) {
    for (let column = nows.length - 1; column >= 0; column -= 1) {
      const share = alike[row]?.[column] ?? 0;
      const paired = share >= LEAST_ALIKE ? share + (best[(row + 1) * width + column + 1] ?? 0) : 0;
      best[row * width + column] = Math.max(
        paired,
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
      );
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < olds.length && column < nows.length) {
    const here = best[row * width + column] ?? 0;
    if (here === (best[(row + 1) * width + column] ?? 0)) row += 1;
    else if (here === (best[row * width + column + 1] ?? 0)) column += 1;
    else {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    }
  }
  return pairs;
}

/** The words and citations of a line, with how often each occurs. */
function contentOf({ pieces }: Line): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const piece of wordByWord(pieces)) {
    if (!isContent(piece)) continue;
    const key = pieceKey(piece);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** From 0 to 1: which share of the shorter one's words the longer has, less where it is much longer. Blank ones are just alike enough. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [sizeOne, sizeOther] = [size(one), size(other)];
  if (sizeOne === 0 && sizeOther === 0) return LEAST_ALIKE;
  if (sizeOne === 0 || sizeOther === 0) return 0;
  let shared = 0;
  for (const [key, count] of one) shared += Math.min(count, other.get(key) ?? 0);
  return shared / Math.sqrt(sizeOne * sizeOther);
}

function isContent(piece: LinePiece): boolean {
  return piece.type === "citation" || (piece.type === "text" && /[\p{L}\p{N}]/u.test(piece.text));
}

/**
 * Changes that have nothing but white space or signs between them are read as one: "their first report" becomes "a second
 * report", not four changes. What stood between them is then removed and added again.
 */
function inRuns(parts: readonly DifferencePart[]): DifferencePart[] {
  const result: DifferencePart[] = [];
  let stretch: DifferencePart[] = [];
  for (const part of parts) {
    const ends = part.kind === "same" && (isContent(part.piece) || part.piece.type === "cell-end");
    if (!ends) stretch.push(part);
    else {
      result.push(...asOneChange(stretch), part);
      stretch = [];
    }
  }
  return [...result, ...asOneChange(stretch)];
}

/** A stretch in which no word stayed. Where it only lost or only gained something it is left as it is. */
function asOneChange(stretch: readonly DifferencePart[]): readonly DifferencePart[] {
  const isChange = ({ kind }: DifferencePart) => kind !== "same";
  const [first, last] = [stretch.findIndex(isChange), stretch.findLastIndex(isChange)];
  const run = stretch.slice(Math.max(first, 0), last + 1);
  if (!run.some(({ kind }) => kind === "removed") || !run.some(({ kind }) => kind === "added")) return stretch;
  const side = (kind: DiffPart["kind"], other: DiffPart["kind"]) =>
    run.filter((part) => part.kind !== other).map(({ piece }): DifferencePart => ({ kind, piece }));
  return [
    ...stretch.slice(0, first),
    ...side("removed", "added"),
    ...side("added", "removed"),
    ...stretch.slice(last + 1),
  ];
}

/** Words of a kind that stand side by side as one piece. */
function joinParts(parts: readonly DifferencePart[]): DifferencePart[] {
  const result: DifferencePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === part.kind && last.piece.type === "text" && part.piece.type === "text")
      result[result.length - 1] = {
        kind: part.kind,
        piece: { type: "text", text: last.piece.text + part.piece.text },
      };
    else result.push(part);
  }
  return result;
}

/** Whether there is nothing in it to be read: an empty paragraph that came or went is no news. */
export function isBlankLine({ parts }: Pick<LineDifference, "parts">): boolean {
  return parts.every(({ piece }) => piece.type !== "citation" && (piece.type !== "text" || piece.text.trim() === ""));
}
