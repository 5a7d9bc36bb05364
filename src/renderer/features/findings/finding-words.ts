/** What the findings are called on screen. No word here may claim more than was looked at. */
import type { DecisionAnswer } from "../../../core/review/decision.ts";
import type { FindingKind } from "../../../core/review/finding.ts";
import type { Origin } from "../../../core/review/origins/origin.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";

/** Over the findings of a kind. */
export const KIND_TITLES: Readonly<Record<FindingKind, string>> = {
  "quotation-drifted": "Quotations that differ from their source",
  "passage-changed": "Passages that changed",
  "fact-not-in-passage": "Not in the passage cited",
  "statement-without-citation": "Statements without a source",
  "sources-differ": "Sources that differ",
  "one-origin": "Resting on one origin",
  "graded-low": "Resting on low grades",
  "confirmed-by-one-origin": "Confirmed by one origin alone",
  "name-variants": "Names in several spellings",
  "likelihood-word": "Words of likelihood",
  "section-empty": "Empty sections",
  "too-long": "Too long",
  "one-source-section": "Sections carried by one source",
  "excerpt-not-used": "Excerpts not used",
};

export const ANSWER_WORDS: Readonly<Record<DecisionAnswer, string>> = {
  "set-aside": "Set aside",
  conflict: "A conflict",
  "different-scope": "Different scope",
  same: "The same",
};

/**
 * "3 outlets, at least 1 origin: Xinhua", of the outlets whose texts are cited. Nobody knows that origins which look apart
 * are.
 */
export function originsInWords(cited: readonly string[], origins: readonly Origin[]): string {
  const outlets = new Set(cited);
  const names = origins.map(({ name }) => name).join(", ");
  return `${counted(Math.max(outlets.size, 1), "outlet")}, at least ${counted(origins.length, "origin")}: ${names}`;
}

/** What a statement's mark is called, and a screen reader hears. */
export function statementStateInWords({ state, origins }: Pick<SupportedStatement, "state" | "origins">): string {
  switch (state) {
    case "supported":
      return origins.length > 0 ? `Supported by ${counted(origins.length, "origin")}` : "Cites a passage";
    case "assessment":
      return "Assessment";
    case "open":
      return "No source";
    case "exempt":
      return "Needs no source";
  }
}

export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
