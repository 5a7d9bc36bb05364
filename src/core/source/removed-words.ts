/** What is said of things that were deleted, in the window and on the command line alike. */
import { inWords } from "../citation/source-words.ts";
import type { RemovedItem, RemovedSource } from "./removed-items.ts";
import { sourceName } from "./source-name.ts";

/** What comes back with a source: "with its excerpt", "with its 3 excerpts"; empty where there are none. */
export function withExcerpts(count: number): string {
  if (count === 0) return "";
  return count === 1 ? "with its excerpt" : `with its ${count} excerpts`;
}

/** Why something stays longer than its time: "Citation 2 rests on it". Empty where nothing cites it. */
export function citedInWords({ citations }: Pick<RemovedItem, "citations">): string {
  if (citations.length === 0) return "";
  return citations.length === 1 ? `Citation ${citations[0]} rests on it` : `Citations ${inWords(citations)} rest on it`;
}

/** The other sources that hold a source's file as well, as they are called; empty where there are none. */
export function heldByInWords({ heldBy }: Pick<RemovedSource, "heldBy">): string {
  return inWords(heldBy.map((source) => `“${sourceName(source)}”`));
}
