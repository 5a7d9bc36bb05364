/**
 * Markings as text, and what a scheme reads in them: "OFFICIAL-SENSITIVE COMMERCIAL", "CUI//SP-PRVCY//NOFORN".
 * Knows one marking at a time; which of several holds is in marking.ts.
 */
import type { MarkingScheme } from "./marking-schemes.ts";

export interface Marking {
  /** One of the scheme's levels. */
  readonly level: string;
  /** What stands behind the level, one by one; what the scheme offers in its own spelling. */
  readonly handling: readonly string[];
}

/** What stands between markings that no scheme can compare. */
const BESIDE = " · ";
/** Between the words of a level or a handling: typed as a space, as a hyphen, as a dash, or not at all. */
const BETWEEN_WORDS = "[\\s‐‑–—-]*";
/** What may stand between the words of a level: the lower level must not be read where the higher one was meant. */
const BETWEEN_LEVEL_WORDS = "(?:[^\\p{L}\\p{N}]|\\band\\b)*";

/** The markings that stand beside each other in a text, spaces set right. None where nothing is marked. */
export function markingParts(text: string): string[] {
  return text
    .replace(/\s+/gu, " ")
    .split(BESIDE)
    .map((part) => part.replace(/^[\s·]+|[\s·]+$/gu, ""))
    .filter((part) => part !== "");
}

/** Markings beside each other, as `markingParts` takes them apart. */
export function joinMarkingParts(parts: readonly string[]): string {
  return parts.join(BESIDE);
}

/** What the scheme reads in a text; null where it does not know it, or finds several markings beside each other. */
export function parseMarking(text: string, scheme: MarkingScheme): Marking | null {
  const [part, ...others] = markingParts(text);
  const read = part === undefined || others.length > 0 ? null : readLevel(part, scheme);
  return read && { level: read.level, handling: parseHandling(read.rest, scheme) };
}

/** The longest level that a text begins with, and what stands behind it as it is typed; null where it begins with none. */
export function readLevel(text: string, scheme: MarkingScheme): { level: string; rest: string } | null {
  for (const level of scheme.levels.toSorted((a, b) => b.length - a.length)) {
    const start = new RegExp(`^\\s*${wordsPattern(level, BETWEEN_LEVEL_WORDS)}(?![\\p{L}\\p{N}])`, "iu").exec(text);
    if (start) return { level, rest: text.slice(start[0].length) };
  }
  return null;
}

/** The marking as the scheme writes it. */
export function formatMarking({ level, handling }: Marking, scheme: MarkingScheme): string {
  const isLast = (text: string) => scheme.lastHandling.some((start) => keyOf(text).startsWith(keyOf(start)));
  const groups = [handling.filter((text) => !isLast(text)), handling.filter(isLast)].filter(({ length }) => length > 0);
  return [level, ...groups.map((group) => joinHandling(group, scheme))].join(scheme.separator);
}

/** The handlings in what stands behind a level. */
export function parseHandling(text: string, scheme: MarkingScheme): string[] {
  const found = text
    .split(scheme.handlingSeparator === "/" ? /[/·]+/u : /[,;/·]+/u)
    .flatMap((group) => handlingsOf(group, scheme))
    .map((handling) => handling.replace(EDGES, ""))
    .filter((handling) => handling !== "" && !/^(?:and|&)$/iu.test(handling));
  return withoutRepeats(found);
}

/** Texts that differ in more than case and in how their words are joined, each as it came first. */
export function withoutRepeats(texts: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const text of texts) if (!byKey.has(keyOf(text))) byKey.set(keyOf(text), text);
  return [...byKey.values()];
}

/** Equal for texts that mean the same: in capitals, words joined by single spaces. */
export function keyOf(text: string): string {
  return text
    .normalize("NFC")
    .toUpperCase()
    .replace(/[\s‐‑–—-]+/gu, " ")
    .trim();
}

const EDGES = /^[\s,;:/·‐‑–—-]+|[\s,;:/·‐‑–—-]+$/gu;

/** Cuts a text before and after each handling that the scheme offers. */
function handlingsOf(text: string, scheme: MarkingScheme): string[] {
  if (scheme.handling.length === 0) return [text];
  const offered = scheme.handling.map((handling) => wordsPattern(handling, BETWEEN_WORDS)).join("|");
  // Part of a longer word, or joined to one by a hyphen, it is another handling.
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}][‐‑–-]?)(${offered})(?![‐‑–-]?[\\p{L}\\p{N}])`, "iu");
  return text
    .split(pattern)
    .map((piece) => scheme.handling.find((known) => compact(known) === compact(piece)) ?? piece);
}

/** Two that the scheme does not know would read as one without a comma. */
function joinHandling(handling: readonly string[], { handlingSeparator, handling: offered }: MarkingScheme): string {
  return handling.reduce((joined, text, index) => {
    const bothTyped = !offered.includes(text) && !offered.includes(handling[index - 1] ?? "");
    return `${joined}${handlingSeparator === " " && bothTyped ? ", " : handlingSeparator}${text}`;
  });
}

function wordsPattern(words: string, between: string): string {
  return words.split(/[\s-]/u).join(between);
}

function compact(text: string): string {
  return keyOf(text).replaceAll(" ", "");
}
