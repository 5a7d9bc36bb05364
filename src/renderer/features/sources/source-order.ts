/** In which order sources are listed, and which of them. Pure. */
import type { Excerpt } from "../../../core/excerpt/excerpt.ts";
import { LOW_RELIABILITY } from "../../../core/source/reliability.ts";
import type { Source } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import type { ViewState } from "../../../ipc/engine-contract.ts";

export type SourceOrder = ViewState["sourceOrder"];
export type SourceFilter = ViewState["sourceFilter"];

export const ORDER_NAMES: Readonly<Record<SourceOrder, string>> = {
  added: "Order added",
  date: "Date published",
  publisher: "Publisher",
  title: "Title",
  origin: "Origin",
};

export const FILTER_NAMES: Readonly<Record<SourceFilter, string>> = {
  all: "All sources",
  "with-excerpts": "With excerpts",
  "without-excerpts": "Without excerpts",
  incomplete: "Details missing",
  warned: "With warnings",
  "graded-low": "Graded low",
  "not-graded": "Not graded",
};

const compareText = new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare;

/** Sources with the unknown last, whatever the order; those that are alike stay in the order in which they were added. */
export function orderSources(sources: readonly Source[], order: SourceOrder): Source[] {
  switch (order) {
    // Within their groups, which sources-by-origin.ts makes.
    case "origin":
    case "added":
      return [...sources];
    case "date":
      return sources.toSorted((a, b) => unknownLast(b.metadata.published, a.metadata.published, -1));
    case "publisher":
      return sources.toSorted((a, b) => unknownLast(originOf(a), originOf(b), 1));
    case "title":
      return sources.toSorted((a, b) => compareText(sourceName(a), sourceName(b)));
  }
}

function originOf({ metadata }: Source): string | null {
  return metadata.publisher ?? metadata.authors[0] ?? null;
}

/** `direction` is -1 where the two were handed over the other way round, to put the later first. */
function unknownLast(a: string | null, b: string | null, direction: 1 | -1): number {
  if (a === null || b === null) return (a === null ? 1 : 0) * direction - (b === null ? 1 : 0) * direction;
  return compareText(a, b);
}

export function filterSources(
  sources: readonly Source[],
  filter: SourceFilter,
  excerpts: readonly Excerpt[],
): readonly Source[] {
  if (filter === "all") return sources;
  const used = new Set(excerpts.map(({ sourceId }) => sourceId));
  return sources.filter((source) => belongsTo(source, filter, used));
}

function belongsTo(
  { id, metadata, warnings, reliability }: Source,
  filter: SourceFilter,
  used: ReadonlySet<string>,
): boolean {
  switch (filter) {
    case "all":
      return true;
    case "with-excerpts":
      return used.has(id);
    case "without-excerpts":
      return !used.has(id);
    case "incomplete":
      return (
        metadata.title === null ||
        metadata.published === null ||
        (metadata.publisher ?? metadata.authors[0]) === undefined
      );
    case "warned":
      return warnings.length > 0;
    case "graded-low":
      return reliability.letter !== null && LOW_RELIABILITY.has(reliability.letter);
    case "not-graded":
      return reliability.letter === null;
  }
}
