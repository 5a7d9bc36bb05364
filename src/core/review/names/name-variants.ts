/**
 * One name in several spellings, where the brief is concerned: it mixes them, or has one that none of its sources has.
 * Quotations keep the spelling that their source has; nothing is offered there.
 */
import type { Brief } from "../../brief/document.ts";
import type { NameVariants } from "../differences/difference.ts";
import type { BriefPlace } from "../place.ts";
import { quotedSpans } from "../quotations/quoted-spans.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import { partsOf } from "../statements/brief-parts.ts";
import { countryOf } from "./countries.ts";
import { findNames } from "./find-names.ts";
import { foldName } from "./fold-name.ts";
import { spellingKey } from "./spelling-key.ts";

export interface FoundVariants {
  readonly variants: NameVariants;
  /** Where the brief has another spelling than the one that it could settle on. */
  readonly offers: { place: BriefPlace; text: string }[];
}

interface Spelling {
  readonly key: string;
  readonly text: string;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** How often each spelling of a name occurs, by its key. */
type Counts = Map<string, Map<string, number>>;

interface WrittenSpelling extends Spelling {
  readonly isQuoted: boolean;
}

interface Use extends WrittenSpelling {
  readonly place: BriefPlace;
}

export function nameVariants(sources: readonly ReviewedText[], brief: Brief): FoundVariants[] {
  const uses = Map.groupBy(usesOf(brief), ({ key }) => key);
  const ofSources = countsOf(sources);
  return [...uses].flatMap(([key, own]) => variantsOf(own, ofSources.get(key) ?? new Map()) ?? []);
}

function variantsOf(uses: readonly Use[], inSources: ReadonlyMap<string, number>): FoundVariants | null {
  const free = uses.filter(({ isQuoted }) => !isQuoted);
  const inBrief = new Map<string, number>();
  for (const { text } of free) inBrief.set(text, (inBrief.get(text) ?? 0) + 1);
  const isMixed = inBrief.size > 1;
  const isOwn = inSources.size > 0 && [...inBrief.keys()].some((text) => !inSources.has(text));
  if (!isMixed && !isOwn) return null;
  const spellings = [...new Set([...inBrief.keys(), ...inSources.keys()])]
    .map((text) => ({ text, inSources: inSources.get(text) ?? 0, inBrief: inBrief.get(text) ?? 0 }))
    .sort(
      (a, b) =>
        b.inSources + b.inBrief - a.inSources - a.inBrief || b.inBrief - a.inBrief || (a.text < b.text ? -1 : 1),
    );
  // What the brief has most of, as long as a source has it too.
  const known = inSources.size === 0 ? spellings : spellings.filter((spelling) => spelling.inSources > 0);
  const settled = [...known].sort((a, b) => b.inBrief - a.inBrief || b.inSources - a.inSources)[0];
  if (settled === undefined) return null;
  const offers = free.filter(({ text }) => text !== settled.text).map(({ place }) => ({ place, text: settled.text }));
  return offers.length === 0 ? null : { variants: { spellings }, offers };
}

/** Names of two words and more, and single ones whose spellings are known: a surname alone tells too little. */
function spellingsOf(text: string): Spelling[] {
  return findNames(text).flatMap((name) => {
    const key = spellingKey(name.text);
    const written = name.text.replaceAll(/\s+/gu, " ").replaceAll("’", "'");
    const folded = foldName(name.text);
    if (countryOf(folded) !== null || written === written.toUpperCase()) return [];
    const isKnown = folded !== key && !folded.includes(" ");
    return name.words.length > 1 || isKnown || /[\s-]/u.test(written) || folded === key
      ? [{ key, text: written, fromUtf16: name.fromUtf16, toUtf16: name.toUtf16 }]
      : [];
  });
}

// What was read is kept: a keystroke changes one paragraph of the brief and no source.
const ofSource = new WeakMap<ReviewedText, Counts>();
let lastSources: { readonly sources: readonly ReviewedText[]; readonly counts: Counts } | null = null;
const ofPart = new Map<string, readonly WrittenSpelling[]>();
const MOST_KEPT_PARTS = 20_000;

function countsOf(sources: readonly ReviewedText[]): Counts {
  const last = lastSources;
  if (last?.sources.length === sources.length && sources.every((source, index) => source === last.sources[index]))
    return last.counts;
  const counts: Counts = new Map();
  for (const source of sources) {
    for (const [key, texts] of countsOfSource(source)) {
      const all = counts.get(key) ?? new Map<string, number>();
      for (const [text, count] of texts) all.set(text, (all.get(text) ?? 0) + count);
      counts.set(key, all);
    }
  }
  lastSources = { sources: [...sources], counts };
  return counts;
}

function countsOfSource(source: ReviewedText): Counts {
  const known = ofSource.get(source);
  if (known !== undefined) return known;
  const counts: Counts = new Map();
  for (const { fromUtf16, toUtf16 } of source.blocks) {
    for (const { key, text } of spellingsOf(source.text.slice(fromUtf16, toUtf16))) {
      const texts = counts.get(key) ?? new Map<string, number>();
      texts.set(text, (texts.get(text) ?? 0) + 1);
      counts.set(key, texts);
    }
  }
  ofSource.set(source, counts);
  return counts;
}

function usesOf(brief: Brief): Use[] {
  return brief.sections.flatMap(({ id: sectionId, children }) =>
    children.flatMap((block, blockIndex) =>
      partsOf(block).flatMap(({ text }, partIndex) =>
        readPart(text).map(({ isQuoted, ...spelling }) => ({
          ...spelling,
          isQuoted: isQuoted || block.type === "quotation",
          place: {
            in: "brief" as const,
            sectionId,
            blockIndex,
            partIndex,
            fromUtf16: spelling.fromUtf16,
            toUtf16: spelling.toUtf16,
          },
        })),
      ),
    ),
  );
}

function readPart(text: string): readonly WrittenSpelling[] {
  const known = ofPart.get(text);
  if (known !== undefined) return known;
  const quoted = quotedSpans(text);
  const found = spellingsOf(text).map((spelling) => ({
    ...spelling,
    isQuoted: quoted.some(({ fromUtf16, toUtf16 }) => fromUtf16 <= spelling.fromUtf16 && spelling.toUtf16 <= toUtf16),
  }));
  if (ofPart.size >= MOST_KEPT_PARTS) ofPart.clear();
  ofPart.set(text, found);
  return found;
}
