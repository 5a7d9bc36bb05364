/** The line under a source's title: who published it, when, how long it is, how it was read. */
import { formatDate } from "../../../core/citation/format-date.ts";
import { ENCODING_NAMES } from "../../../core/source/encoding-names.ts";
import { FORMAT_NAMES } from "../../../core/source/format.ts";
import type { Source } from "../../../core/source/source.ts";

export function sourceByline(source: Source): string {
  const { authors, recipients, publisher, published, agencies } = source.metadata;
  return [
    authors.join(", "),
    recipients.length > 0 ? `to ${namesOf(recipients)}` : "",
    publisher,
    agencies.length > 0 ? `citing ${agencies.join(", ")}` : "",
    published && formatDate(published),
    lengthOf(source),
    source.encoding === null || source.format !== "text"
      ? FORMAT_NAMES[source.format]
      : ENCODING_NAMES[source.encoding],
  ]
    .filter(Boolean)
    .join(" · ");
}

const MOST_NAMED = 3;

function namesOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(", ")} and ${rest} more` : names.join(", ");
}

function lengthOf({ pageCount, blockCount }: Source): string {
  if (pageCount > 0) return pageCount === 1 ? "1 page" : `${pageCount} pages`;
  return blockCount === 1 ? "1 paragraph" : `${blockCount} paragraphs`;
}
