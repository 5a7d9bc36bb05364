/**
 * The citations of a brief as a style sets them, for the screen and for writers. Made in the engine, which holds styles.
 */
import type { CitationId } from "../brief/document.ts";
import type { CitedSource } from "./source-reference.ts";

/** A stretch of a note or reference, and how the style sets it. */
export interface NoteRun {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly smallCaps?: boolean;
  readonly position?: "superscript" | "subscript";
}

export interface FormattedReference extends CitedSource {
  /** The reference alone; what styles do not know of a source is in source-reference.ts. Never empty. */
  readonly runs: readonly NoteRun[];
}

export interface FormattedCitations {
  /** Whether the style cites in notes or in the text. */
  readonly kind: "note" | "in-text";
  /** What the note of each citation says, or what stands in the text. In the order of the brief. */
  readonly citations: ReadonlyMap<CitationId, readonly NoteRun[]>;
  /** The full reference of each cited source, in the order of the style, or of first citation where it has none. */
  readonly references: readonly FormattedReference[];
}

/** The words of some runs. */
export function textOfRuns(runs: readonly NoteRun[]): string {
  return runs.map(({ text }) => text).join("");
}
