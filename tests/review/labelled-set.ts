/** Reads the marks of a set: texts as the review reads them, and the passages that are labelled as the same. */
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { reviewedPlainText } from "../support/reviewed-texts.ts";
import type { LabelledPassage, LabelledPlace } from "./reuse-score.ts";
import type { ReuseSet } from "./sets/reuse-sets.ts";

const MARK = /⟦(\/?)(\d+)⟧/gu;

export interface LabelledSet {
  readonly name: string;
  readonly texts: ReadonlyMap<string, ReviewedText>;
  readonly labels: readonly LabelledPassage[];
}

export function readSet({ name, texts }: ReuseSet): LabelledSet {
  const reviewed = new Map<string, ReviewedText>();
  const marked = texts.map((text, index) => {
    const file = `text-${index + 1}`;
    const read = reviewedPlainText(file, text.replace(MARK, "").replaceAll("\n", "\n\n"));
    reviewed.set(file, read);
    return marksOf(file, text, read.text);
  });
  const labels = marked.flatMap((here, index) =>
    marked.slice(index + 1).flatMap((there) =>
      [...here].flatMap(([number, place]) => {
        const other = there.get(number);
        return other ? [{ here: place, there: other }] : [];
      }),
    ),
  );
  return { name, texts: reviewed, labels };
}

function marksOf(file: string, marked: string, text: string): Map<string, LabelledPlace> {
  const starts = new Map<string, number>();
  const places = new Map<string, LabelledPlace>();
  let taken = 0;
  for (const { 0: mark, 1: end, 2: number = "", index } of marked.matchAll(MARK)) {
    const at = index - taken;
    taken += mark.length;
    const from = starts.get(number);
    if (end === "") starts.set(number, at);
    else if (from !== undefined) places.set(number, { file, ...trimmed(text, from, at) });
  }
  return places;
}

/** A passage ends with a word, whatever stop is marked behind it. */
function trimmed(text: string, from: number, to: number) {
  let start = from;
  let end = to;
  while (start < end && !/[\p{L}\p{N}]/u.test(text.charAt(start))) start += 1;
  while (end > start && !/[\p{L}\p{N}]/u.test(text.charAt(end - 1))) end -= 1;
  return { fromUtf16: start, toUtf16: end };
}
