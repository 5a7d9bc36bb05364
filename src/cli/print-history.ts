/** The history of a brief as the command line prints it for people. */
import type { BriefDifference } from "../core/brief/brief-difference.ts";
import { changeInWords, frontLabel, lineNote, reasonInWords } from "../core/brief/history-words.ts";
import { type DifferencePart, isBlankLine, type LineDifference } from "../core/brief/line-difference.ts";
import type { Template } from "../core/brief/template.ts";
import type { Comparison, History, Snapshot } from "../ipc/history.ts";
import { count } from "./print.ts";

export function printHistory({ snapshots, now }: History): string {
  if (snapshots.length === 0) return "No earlier version is kept yet: the first is, at the first edit.";
  return [`now · ${count(now.words, "word")} · ${changeInWords(now)}`, ...snapshots.map(printSnapshot)].join("\n");
}

function printSnapshot(snapshot: Snapshot): string {
  const { id, takenAt, name, words } = snapshot;
  const parts = [
    id,
    takenAt,
    name && `“${name}”`,
    reasonInWords(snapshot),
    count(words, "word"),
    changeInWords(snapshot),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Words that went in [-…-], that came in {+…+}; lines that stayed as they were are counted. */
export function printComparison({ snapshot, with: other, difference }: Comparison, template: Template): string {
  const title = other === "now" ? "Changed since then" : "Changed since the version before";
  return [
    printSnapshot(snapshot),
    `${title}: ${changeInWords(difference)}`,
    ...differenceLines(difference, template),
  ].join("\n");
}

function differenceLines(
  { front, settings, recommendations, sections }: BriefDifference,
  template: Template,
): string[] {
  return [
    ...front.map(({ field, parts }) => `${frontLabel(field, template)}: ${wordsOf(parts)}`),
    ...settings.map(({ label, before, after }) => `${label}: [-${before}-]{+${after}+}`),
    ...(recommendations.length > 0 ? ["", template.recommendations.title, ...linesOf(recommendations)] : []),
    ...sections.flatMap(({ title, change, marking, lines }) => {
      if (change === "same") return [];
      const head = change === "changed" ? title : `${title} (section ${change})`;
      return ["", head, ...(marking ? [`  Marking: ${wordsOf(marking)}`] : []), ...linesOf(lines)];
    }),
  ];
}

const SIGNS = { same: " ", changed: "~", added: "+", removed: "-", "moved-away": "<", "moved-here": ">" } as const;

function linesOf(lines: readonly LineDifference[]): string[] {
  const printed: string[] = [];
  let same = 0;
  const settle = () => {
    if (same > 0) printed.push(`  (${same === 1 ? "1 paragraph" : `${same} paragraphs`} the same)`);
    same = 0;
  };
  for (const line of lines) {
    if (isBlankLine(line)) continue;
    if (line.change === "same") same += 1;
    else {
      settle();
      const note = lineNote(line);
      const words = line.change === "changed" ? wordsOf(line.parts) : wordsOf(line.parts.map(asSame));
      printed.push(`${SIGNS[line.change]} ${words}${note ? ` (${note})` : ""}`);
    }
  }
  settle();
  return printed;
}

/** Of a line that came or went as a whole the sign in front says so. */
function asSame({ piece }: DifferencePart): DifferencePart {
  return { kind: "same", piece };
}

function wordsOf(parts: readonly DifferencePart[]): string {
  return parts
    .map(({ kind, piece }) => {
      const words = pieceInWords(piece);
      if (kind === "same") return words;
      return kind === "removed" ? `[-${words}-]` : `{+${words}+}`;
    })
    .join("");
}

function pieceInWords(piece: DifferencePart["piece"]): string {
  switch (piece.type) {
    case "text":
      return piece.text;
    case "citation":
      return `[${piece.number}]`;
    default:
      return piece.type === "cell-end" ? " | " : " / ";
  }
}
