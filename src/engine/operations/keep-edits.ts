/** What becomes of a source's metadata when it is read anew. */
import type { Metadata } from "../../core/source/metadata.ts";

/** A field that the user changed keeps the user's value; the others follow the new reading. */
export function keepEdits(current: Metadata, detectedBefore: Metadata, detectedNow: Metadata): Metadata {
  const edited = Object.entries(current).filter(
    ([field, value]) =>
      JSON.stringify(value) !== JSON.stringify(Object.entries(detectedBefore).find(([key]) => key === field)?.[1]),
  );
  return { ...detectedNow, ...Object.fromEntries(edited) };
}
