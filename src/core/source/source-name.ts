/** The name a source goes by on screen, in lists and to screen readers. */
import type { Source } from "./source.ts";

/** Its title, or the name of its file where it has none. */
export function sourceName(source: Pick<Source, "fileName" | "metadata">): string {
  return source.metadata.title ?? source.fileName;
}

/** Who published it, or its name where nobody knows: what a sentence calls it by. */
export function publisherOrName(source: Pick<Source, "fileName" | "metadata">): string {
  return source.metadata.publisher ?? sourceName(source);
}
