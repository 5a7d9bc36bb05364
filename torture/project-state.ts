/**
 * What a project holds, as the harness keeps it beside the engine and as it is read from a file without any of the
 * engine's code, and how the two differ.
 */
import { isDeepStrictEqual } from "node:util";
import type { Brief } from "../src/core/brief/document.ts";
import type { Excerpt } from "../src/core/excerpt/excerpt.ts";

export interface SourceState {
  readonly fileName: string;
  readonly sha256: string;
  readonly removed: boolean;
  readonly versionOf: string | null;
  /** Canonical text; null as long as only the engine knows it. */
  readonly text: string | null;
}

/** An excerpt without what follows from its place. */
export interface ExcerptState {
  readonly sourceId: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly state: string;
  readonly note: string;
  readonly sectionId: string | null;
  readonly removed: boolean;
  readonly earlierId: string | null;
}

export interface SnapshotState {
  readonly name: string | null;
  readonly brief: Brief;
}

export interface ProjectState {
  brief: Brief;
  readonly sources: Map<string, SourceState>;
  readonly excerpts: Map<string, ExcerptState>;
  readonly snapshots: Map<string, SnapshotState>;
}

export function excerptState({
  sourceId,
  selectors,
  state,
  note,
  sectionId,
  removedAt,
  earlier,
}: Excerpt): ExcerptState {
  const { start, end } = selectors.position;
  const { exact } = selectors.quote;
  const removed = removedAt !== null;
  return { sourceId, start, end, exact, state, note, sectionId, removed, earlierId: earlier?.sourceId ?? null };
}

/** Every way in which what was found is not what should be there, in words. */
export function differences(expected: ProjectState, found: ProjectState): string[] {
  return [
    ...briefDifferences(expected.brief, found.brief),
    ...mapDifferences("source", expected.sources, found.sources, isSameSource),
    ...mapDifferences("excerpt", expected.excerpts, found.excerpts, isDeepStrictEqual),
    ...mapDifferences("snapshot", expected.snapshots, found.snapshots, isDeepStrictEqual),
  ];
}

function briefDifferences(expected: Brief, found: Brief): string[] {
  const { sections, ...front } = expected;
  const { sections: foundSections, ...foundFront } = found;
  return [
    ...(isDeepStrictEqual(front, foundFront)
      ? []
      : [`the front of the brief is ${short(foundFront)}, not ${short(front)}`]),
    ...sections.flatMap((section, index) =>
      isDeepStrictEqual(section, foundSections[index])
        ? []
        : [`section ${section.id} is ${short(foundSections[index])}, not ${short(section)}`],
    ),
  ];
}

function mapDifferences<T>(
  what: string,
  expected: ReadonlyMap<string, T>,
  found: ReadonlyMap<string, T>,
  isSame: (one: T, other: T) => boolean,
): string[] {
  const missing = [...expected].flatMap(([id, value]) => {
    const there = found.get(id);
    if (there === undefined) return [`${what} ${id} is missing: ${short(value)}`];
    return isSame(value, there) ? [] : [`${what} ${id} is ${short(there)}, not ${short(value)}`];
  });
  const unknown = [...found].filter(([id]) => !expected.has(id));
  return [...missing, ...unknown.map(([id, value]) => `${what} ${id} came from nowhere: ${short(value)}`)];
}

function isSameSource(expected: SourceState, found: SourceState): boolean {
  return isDeepStrictEqual(expected.text === null ? { ...expected, text: found.text } : expected, found);
}

/** The end tells apart what a writer typed. */
function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 300 ? `${text.slice(0, 100)} … ${text.slice(-180)}` : text;
}

export function copyState(state: ProjectState): ProjectState {
  return {
    brief: state.brief,
    sources: new Map(state.sources),
    excerpts: new Map(state.excerpts),
    snapshots: new Map(state.snapshots),
  };
}
