// What sources share, found in the plainest way: every run of words of two blocks that is the same. For tests of what is
// made of it; far too slow for many sources.
import type { SourcePlace } from "../../src/core/review/place.ts";
import type { ReusedPassage } from "../../src/core/review/reuse/reused-passage.ts";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { foldText } from "../../src/core/search/fold-text.ts";
import type { SourceId } from "../../src/core/source/source.ts";

const MIN_WORDS = 8;

interface Word {
  readonly word: string;
  readonly block: number;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

function wordsOf(text: ReviewedText): Word[] {
  return text.blocks.flatMap(({ fromUtf16, toUtf16 }, block) => {
    const folded = foldText(text.text.slice(fromUtf16, toUtf16));
    return [...folded.text.matchAll(/[^ ]+/gu)].map((match) => ({
      word: match[0],
      block,
      fromUtf16: fromUtf16 + folded.startOf(match.index),
      toUtf16: fromUtf16 + folded.endOf(match.index + match[0].length),
    }));
  });
}

/** Runs of at least eight words that stand in both, within a block of each. */
function runsOf(a: readonly Word[], b: readonly Word[]): [number, number, number][] {
  const starts = new Map<string, number[]>();
  const shingle = (words: readonly Word[], at: number) =>
    words[at]?.block === words[at + MIN_WORDS - 1]?.block
      ? words
          .slice(at, at + MIN_WORDS)
          .map(({ word }) => word)
          .join(" ")
      : null;
  b.forEach((_, at) => {
    const key = shingle(b, at);
    if (key !== null) starts.set(key, [...(starts.get(key) ?? []), at]);
  });
  const runs: [number, number, number][] = [];
  const isSame = (x: Word | undefined, y: Word | undefined, inX: number, inY: number) =>
    x !== undefined && y !== undefined && x.word === y.word && x.block === inX && y.block === inY;
  a.forEach((first, at) => {
    const key = shingle(a, at);
    for (const there of key === null ? [] : (starts.get(key) ?? [])) {
      const inB = b[there]?.block ?? -1;
      if (isSame(a[at - 1], b[there - 1], first.block, inB)) continue;
      let length = MIN_WORDS;
      while (isSame(a[at + length], b[there + length], first.block, inB)) length += 1;
      runs.push([at, there, length]);
    }
  });
  return runs;
}

/** What `createOrigins` asks of an index of reused text. */
export function plainReuse(sources: readonly ReviewedText[]) {
  const words = new Map(sources.map((text) => [text.sourceId, wordsOf(text)]));
  const reused = new Map<SourceId, ReusedPassage[]>(sources.map(({ sourceId }) => [sourceId, []]));
  const pairs: { a: SourceId; b: SourceId; sharedOfA: number; sharedOfB: number }[] = [];
  const place = (sourceId: SourceId, at: number, length: number): SourcePlace => {
    const of = words.get(sourceId) ?? [];
    return { in: "source", sourceId, fromUtf16: of[at]?.fromUtf16 ?? 0, toUtf16: of[at + length - 1]?.toUtf16 ?? 0 };
  };
  sources.forEach(({ sourceId: a }, index) => {
    for (const { sourceId: b } of sources.slice(index + 1)) {
      const [ofA, ofB] = [words.get(a) ?? [], words.get(b) ?? []];
      const inA = new Set<number>();
      const inB = new Set<number>();
      for (const [from, there, length] of runsOf(ofA, ofB)) {
        const [here, other] = [place(a, from, length), place(b, there, length)];
        reused.get(a)?.push({ here, there: other });
        reused.get(b)?.push({ here: other, there: here });
        for (let at = 0; at < length; at += 1) {
          inA.add(from + at);
          inB.add(there + at);
        }
      }
      if (inA.size > 0) pairs.push({ a, b, sharedOfA: inA.size / ofA.length, sharedOfB: inB.size / ofB.length });
    }
  });
  return { reused: (id: SourceId) => reused.get(id) ?? [], pairs };
}
