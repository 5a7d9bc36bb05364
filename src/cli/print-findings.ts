/** What `attache check` prints for people: the findings by kind, each with where to look and the key to set it aside by. */
import type { Finding } from "../core/review/finding.ts";
import { ANSWER_WORDS, KIND_TITLES } from "../core/review/finding-titles.ts";
import type { PlaceWords } from "./finding-places.ts";
import { count } from "./print.ts";

/** Those that were decided about are counted, and shown with `all`. */
export function printFindings(findings: readonly Finding[], wordsOf: PlaceWords, all: boolean): string {
  const shown = findings.filter(({ decision }) => all || decision === null);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const ofKind = shown.filter((finding) => finding.kind === kind);
    return [
      `${KIND_TITLES[kind]} (${ofKind.length})`,
      ...ofKind.flatMap((finding) => printFinding(finding, wordsOf)),
    ].join("\n");
  });
  return [...groups, summary(findings, all)].join("\n\n");
}

function printFinding({ key, message, places, detail, decision }: Finding, wordsOf: PlaceWords): string[] {
  const where = [...new Set(places.map(wordsOf))].join(" · ");
  const texts =
    detail.type === "wordings"
      ? [`the brief: ${onOneLine(detail.brief)}`, `the source: ${onOneLine(detail.source)}`]
      : detail.type === "difference"
        ? [detail.difference.a, detail.difference.b].map(({ place, text }) => `${wordsOf(place)}: ${onOneLine(text)}`)
        : [];
  const decided = decision
    ? [
        [`${ANSWER_WORDS[decision.answer]}, ${decision.decidedAt.slice(0, 10)}`, decision.reason]
          .filter(Boolean)
          .join(": "),
      ]
    : [];
  return [`- ${onOneLine(message)}`, ...[where, ...texts, ...decided, `key ${key}`].map((line) => `  ${line}`)];
}

function summary(findings: readonly Finding[], all: boolean): string {
  const decided = findings.filter(({ decision }) => decision !== null).length;
  const open = findings.length - decided;
  const found = open === 0 ? "Nothing is open." : `${count(open, "finding")} open.`;
  if (decided === 0) return findings.length === 0 ? "Nothing was found." : found;
  return `${found} ${count(decided, "finding")} decided about${all ? "" : " (--all shows them)"}.`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
