/** What kinds of findings and decisions are called, wherever they are listed. No word may claim more than was looked at. */
import type { DecisionAnswer } from "./decision.ts";
import type { FindingKind } from "./finding.ts";

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
