/** What a sentence pins down: figures, dates, durations, names. Comparable across wordings. */
export interface Fact {
  readonly kind: "number" | "money" | "percent" | "date" | "duration" | "ordinal" | "name";
  /**
   * The same for what says the same: "15", "fifteen"; "2026-01-04", "4 January 2026". Dates are as ISO 8601 as far as
   * they are given: "2024", "2025-11", "--01-04" without a year. Names are folded.
   */
  readonly value: string;
  /** As written. */
  readonly text: string;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}
