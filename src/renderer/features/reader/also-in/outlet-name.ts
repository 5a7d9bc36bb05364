/** What a source is called where there is little room: who published it, else who wrote it, else how its title begins. */
import type { Source } from "../../../../core/source/source.ts";
import { sourceName } from "../../../../core/source/source-name.ts";

const MOST_WORDS = 4;

export function outletName(source: Source | undefined): string {
  if (!source) return "Another source";
  return source.metadata.publisher ?? source.metadata.authors[0] ?? beginningOf(sourceName(source));
}

function beginningOf(title: string): string {
  const words = title.split(/\s+/u);
  return words.length > MOST_WORDS
    ? `${words
        .slice(0, MOST_WORDS)
        .join(" ")
        .replace(/[,;:.]$/u, "")}…`
    : title;
}
