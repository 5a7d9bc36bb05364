/** What is said of statements on screen. No word here may claim more than was looked at. */
import { count } from "../../../core/review/finding-words.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";

/** What a statement's mark is called, and a screen reader hears. */
export function statementStateInWords({ state, origins }: Pick<SupportedStatement, "state" | "origins">): string {
  switch (state) {
    case "supported":
      return origins.length > 0 ? `Supported by ${count(origins.length, "origin")}` : "Cites a passage";
    case "assessment":
      return "Assessment";
    case "open":
      return "No source";
    case "exempt":
      return "Needs no source";
  }
}
