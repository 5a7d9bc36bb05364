/**
 * What a brief as a whole is marked: never less than any of its sections. A marking that the scheme does not know can
 * be compared with nothing, so it stands beside the others and is never dropped.
 */
import type { Brief, Section } from "./document.ts";
import { type MarkingScheme, markingScheme } from "./marking-schemes.ts";
import {
  formatMarking,
  joinMarkingParts,
  keyOf,
  type Marking,
  markingParts,
  parseMarking,
  withoutRepeats,
} from "./parse-marking.ts";

export { formatMarking, type Marking, parseMarking } from "./parse-marking.ts";

/** As much of a brief as its marking follows from. */
export interface MarkedBrief<S extends Pick<Section, "marking"> = Pick<Section, "marking">> {
  readonly header: Pick<Brief["header"], "marking">;
  readonly markingSchemeId: Brief["markingSchemeId"];
  readonly sections: readonly S[];
}

/** What the document as a whole is marked: what its header says, raised by its sections. Empty where nothing is marked. */
export function documentMarking(brief: MarkedBrief): string {
  const scheme = markingScheme(brief.markingSchemeId);
  const own = markingParts(brief.header.marking);
  if (!isRaised(brief)) return joinMarkingParts(own);
  return highestMarking([brief.header.marking, ...brief.sections.map(({ marking }) => marking)], scheme);
}

/** Whether the sections raise the document above what its header says. */
export function isRaised(brief: MarkedBrief): boolean {
  return raisingSections(brief).length > 0;
}

/** The sections whose marking is not covered by the header's, in their order. */
export function raisingSections<S extends Pick<Section, "marking">>(brief: MarkedBrief<S>): S[] {
  const scheme = markingScheme(brief.markingSchemeId);
  return brief.sections.filter(({ marking }) => !coversMarking(brief.header.marking, marking, scheme));
}

/**
 * One marking for all of several: the highest level with the handling of all, and beside it what the scheme does not
 * know. Their order does not matter. Empty where none says anything.
 */
export function highestMarking(texts: readonly string[], scheme: MarkingScheme): string {
  const { known, unknown } = readAll(texts, scheme);
  // Sorted by what they say, so that sections can be moved about; each keeps the order of its own handling.
  const sorted = known.toSorted((a, b) => order(formatMarking(a, scheme), formatMarking(b, scheme)));
  const [highest] = sorted.toSorted((a, b) => rank(b, scheme) - rank(a, scheme));
  const handling = withoutRepeats(sorted.flatMap((marking) => marking.handling));
  const together = highest ? [formatMarking({ level: highest.level, handling }, scheme)] : [];
  return joinMarkingParts([...together, ...withoutRepeats(unknown.toSorted(order))]);
}

/** Whether what is marked `whole` is marked at least `part`: no lower in level, with all of its handling. */
export function coversMarking(whole: string, part: string, scheme: MarkingScheme): boolean {
  const has = readAll([whole], scheme);
  const wanted = readAll([part], scheme);
  const keys = new Set(has.known.flatMap(({ handling }) => handling.map(keyOf)));
  const unknown = new Set(has.unknown.map(keyOf));
  const level = Math.max(-1, ...has.known.map((marking) => rank(marking, scheme)));
  return (
    wanted.unknown.every((text) => unknown.has(keyOf(text))) &&
    wanted.known.every(
      (marking) => rank(marking, scheme) <= level && marking.handling.every((text) => keys.has(keyOf(text))),
    )
  );
}

/** The marking as it is shown and printed: in capitals. */
export function shownMarking(text: string): string {
  return joinMarkingParts(markingParts(text)).toUpperCase();
}

function readAll(texts: readonly string[], scheme: MarkingScheme): { known: Marking[]; unknown: string[] } {
  const known: Marking[] = [];
  const unknown: string[] = [];
  for (const part of texts.flatMap(markingParts)) {
    const marking = parseMarking(part, scheme);
    if (marking) known.push(marking);
    else unknown.push(part);
  }
  return { known, unknown };
}

/** The place of a marking's level in the scheme, from the lowest. */
function rank({ level }: Marking, scheme: MarkingScheme): number {
  return scheme.levels.indexOf(level);
}

/** By what is meant, then by how it is written. */
function order(a: string, b: string): number {
  return compare(keyOf(a), keyOf(b)) || compare(a, b);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
