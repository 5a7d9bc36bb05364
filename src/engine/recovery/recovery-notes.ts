/** Gathers what is to be told of a recovery, and puts it in words. Decides nothing. */
import type { RecoveredKind, RecoveryReport } from "../../ipc/recovery.ts";

export interface RecoveryNotes {
  /** Notes one thing of a kind, kept or lost. */
  count(kind: RecoveredKind["kind"], outcome: "kept" | "lost", number?: number): void;
  /** Adds the names of things of which the same is to be said. `words` has «…» where they go. */
  say(words: string, name?: string): void;
  report(fileName: string): RecoveryReport;
}

/** More names than these are counted. */
const MOST_NAMES = 12;
const KINDS: readonly RecoveredKind["kind"][] = [
  "sources",
  "originals",
  "excerpts",
  "sections",
  "versions",
  "export-files",
  "decisions",
];

export function createRecoveryNotes(): RecoveryNotes {
  const counts = new Map(KINDS.map((kind) => [kind, { kept: 0, lost: 0 }]));
  const said = new Map<string, string[]>();
  return {
    count(kind, outcome, number = 1) {
      const counted = counts.get(kind);
      if (counted) counted[outcome] += number;
    },
    say(words, name) {
      const names = said.get(words) ?? [];
      said.set(words, names);
      if (name !== undefined) names.push(name);
    },
    report: (fileName) => ({
      fileName,
      kinds: KINDS.map((kind) => ({ kind, ...(counts.get(kind) ?? { kept: 0, lost: 0 }) })),
      notes: [...said].map(([words, names]) => words.replace("«…»", () => listed(names))),
    }),
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
