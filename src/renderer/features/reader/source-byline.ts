/** The line under a source's title: who published it, when, how long it is, how it was read. */
import { formatDate } from "../../../core/citation/format-date.ts";
import { ENCODING_NAMES } from "../../../core/source/encoding-names.ts";
import type { Source } from "../../../core/source/source.ts";

export function sourceByline(source: Source): string {
  const { authors, publisher, published, agencies } = source.metadata;
  return [
    authors.join(", "),
    publisher,
    agencies.length > 0 ? `citing ${agencies.join(", ")}` : "",
    published && formatDate(published),
    source.blockCount === 1 ? "1 paragraph" : `${source.blockCount} paragraphs`,
    ENCODING_NAMES[source.encoding],
  ]
    .filter(Boolean)
    .join(" · ");
}
