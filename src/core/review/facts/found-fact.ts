/** A fact with what its words leave open. Only comparing needs that: the rest of the review sees a Fact. */
import type { Fact } from "./fact.ts";

/** "more than 10", "nearly 400", "some 400"; "none" where the words mean just what they say. */
export type Bound = "none" | "more" | "less" | "about";

export interface FoundFact extends Fact {
  /** Every value that the words may mean, `value` the likeliest of them: 04/05/2026, "on Friday", 1.500. */
  readonly readings: readonly string[];
  readonly bound: Bound;
  /** Whether it is written out: "fifteen". */
  readonly isInWords: boolean;
}

/** A fact that means one thing only. */
export function plainFact(
  kind: Fact["kind"],
  value: string,
  text: string,
  [fromUtf16, toUtf16]: readonly [number, number],
): FoundFact {
  return {
    kind,
    value,
    text: text.slice(fromUtf16, toUtf16),
    fromUtf16,
    toUtf16,
    readings: [value],
    bound: "none",
    isInWords: false,
  };
}
