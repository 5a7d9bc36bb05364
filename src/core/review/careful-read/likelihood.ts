/**
 * Words of likelihood outside the table that the brief keeps to, in its own words, not in those that it quotes. English
 * briefs alone: the tables are English.
 */
import type { Brief } from "../../brief/document.ts";
import type { NewFinding } from "../finding.ts";
import { contentKey } from "../finding-key.ts";
import { listed } from "../finding-words.ts";
import { quotedSpans } from "../quotations/quoted-spans.ts";
import type { LikelihoodTable } from "../review-settings.ts";
import type { Statement } from "../statements/statement.ts";
import { COMMON_TERMS, LIKELIHOOD_TABLES, type LikelihoodTerm } from "./likelihood-tables.ts";

const TABLE_NAMES = { "icd-203": "ICD 203", phia: "the PHIA yardstick" } as const;

interface FoundTerm {
  readonly text: string;
  readonly term: LikelihoodTerm;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export interface LikelihoodReader {
  /** One finding for each word outside the table in a statement. */
  of(
    statements: readonly Statement[],
    brief: Pick<Brief, "sections" | "language">,
    table: LikelihoodTable,
  ): NewFinding[];
}

/** Looks through each statement once. */
export function createLikelihoodReader(): LikelihoodReader {
  let known = new Map<string, readonly FoundTerm[]>();
  return {
    of(statements, { sections, language }, table) {
      if (table === "off" || !language.startsWith("en")) return [];
      const allowed = new Set(LIKELIHOOD_TABLES[table].flatMap(({ words, forms }) => [words, ...forms]));
      const next: typeof known = new Map();
      const findings = statements.flatMap((statement): NewFinding[] => {
        const terms = next.get(statement.text) ?? known.get(statement.text) ?? ownTermsIn(statement.text);
        next.set(statement.text, terms);
        const outside = terms.filter(({ text }) => !allowed.has(text.toLowerCase().replace(/\s+/gu, " ")));
        if (outside.length === 0 || statement.exemption === "heading") return [];
        const block = sections.find(({ id }) => id === statement.place.sectionId)?.children[statement.place.blockIndex];
        return block?.type === "quotation" ? [] : outside.map((found) => findingOf(statement, found, table));
      });
      known = next;
      return findings;
    },
  };
}

function findingOf({ key, place }: Statement, found: FoundTerm, table: keyof typeof TABLE_NAMES): NewFinding {
  return {
    key: contentKey("likelihood-word", key, found.text.toLowerCase(), `${found.fromUtf16}`),
    kind: "likelihood-word",
    message: `“${found.text}” is not a term of ${TABLE_NAMES[table]}. Nearest: ${suggested(found.term, table)}.`,
    places: [{ ...place, fromUtf16: place.fromUtf16 + found.fromUtf16, toUtf16: place.fromUtf16 + found.toUtf16 }],
    detail: { type: "none" },
  };
}

/** All terms of likelihood, the longest at each place: "very unlikely" is not "unlikely". */
const ALL_TERMS = new Map(
  [...COMMON_TERMS, ...Object.values(LIKELIHOOD_TABLES).flat()]
    .toReversed()
    .flatMap((term) => [term.words, ...term.forms].map((words): [string, LikelihoodTerm] => [words, term])),
);
/** "Remote" alone says where something lies more often than how likely it is. */
const ANY_TERM = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...ALL_TERMS.keys()]
    .filter((words) => words !== "remote")
    .toSorted((a, b) => b.length - a.length)
    .map((words) => words.replaceAll(" ", "\\s+"))
    .join("|")})(?![\\p{L}\\p{N}-])`,
  "giu",
);

/** The terms of a text but for those within quotation marks. */
function ownTermsIn(text: string): FoundTerm[] {
  const quoted = quotedSpans(text);
  return [...text.matchAll(ANY_TERM)].flatMap((match): FoundTerm[] => {
    const term = ALL_TERMS.get(match[0].toLowerCase().replace(/\s+/gu, " "));
    const [fromUtf16, toUtf16] = [match.index, match.index + match[0].length];
    if (!term || quoted.some((span) => span.fromUtf16 < toUtf16 && fromUtf16 < span.toUtf16)) return [];
    return [{ text: match[0], term, fromUtf16, toUtf16 }];
  });
}

/** The table's words whose range is nearest to what is commonly understood, with that range. */
function suggested({ from, to }: LikelihoodTerm, table: keyof typeof TABLE_NAMES): string {
  const distance = (term: LikelihoodTerm) => Math.abs(term.from + term.to - from - to);
  const terms = LIKELIHOOD_TABLES[table];
  const nearest = Math.min(...terms.map(distance));
  const [first, ...others] = terms.filter((term) => distance(term) === nearest);
  if (!first) return "";
  const same = others.filter((term) => term.from === first.from);
  return `${listed([first, ...same].map(({ words }) => `“${words}”`)).replace(" and ", " or ")} (${first.from}–${first.to} per cent)`;
}
