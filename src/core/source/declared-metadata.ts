/**
 * Puts together what a file declares of itself in fields of its own (document properties, mail headers, meta elements)
 * with what its text says. A declaration goes before the text; neither is ever guessed.
 */
import type { DetectedMetadata } from "./detect-metadata.ts";
import type { Metadata } from "./metadata.ts";

export type DeclaredMetadata = Partial<Metadata>;

function isKnown(value: string | readonly string[] | null | undefined): boolean {
  return value !== null && value !== undefined && value.length > 0;
}

/** The metadata in force, and the suggestions for the fields that are still unknown. */
export function withDeclared(declared: DeclaredMetadata, detected: DetectedMetadata): DetectedMetadata {
  const known = Object.entries(declared).filter(([, value]) => isKnown(value));
  const metadata: Metadata = { ...detected.metadata, ...Object.fromEntries(known) };
  const fields = new Set(known.map(([field]) => field));
  return { metadata, suggestions: detected.suggestions.filter(({ field }) => !fields.has(field)) };
}
