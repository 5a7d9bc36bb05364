/** What is said of statements on screen. No word here may claim more than was looked at. */
import type { Origin } from "../../../core/review/origins/origin.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";

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
