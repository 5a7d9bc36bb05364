/** What an OpenDocument text declares of itself in its properties. Dates say when a file was made, and only suggest. */
import type { DeclaredMetadata } from "../../../core/source/declared-metadata.ts";
import { dateInWords } from "../../../core/source/detect-dates.ts";
import { isoDateSchema, type MetadataSuggestion } from "../../../core/source/metadata.ts";
import { childElement, propertyText, type XmlElement } from "../xml/xml-element.ts";

export interface OdtProperties {
  readonly declared: DeclaredMetadata;
  readonly suggestions: readonly MetadataSuggestion[];
}

function day(meta: XmlElement, name: string): string | null {
  const parsed = isoDateSchema.safeParse(propertyText(childElement(meta, name))?.slice(0, 10));
  return parsed.success ? parsed.data : null;
}

export function readProperties(meta: XmlElement | null): OdtProperties {
  if (meta === null) return { declared: {}, suggestions: [] };
  // Who saved it last is not who wrote it, but where nobody else is named it is all there is.
  const author =
    propertyText(childElement(meta, "meta:initial-creator")) ?? propertyText(childElement(meta, "dc:creator"));
  const language = propertyText(childElement(meta, "dc:language"))?.slice(0, 2).toLowerCase() ?? "";
  const created = day(meta, "meta:creation-date");
  const modified = day(meta, "dc:date");
  const suggestions: MetadataSuggestion[] = [];
  const suggest = (value: string | null, what: string): void => {
    if (value === null || suggestions.some((other) => other.value === value)) return;
    suggestions.push({ field: "published", value, reason: `The file was ${what} on ${dateInWords(value)}` });
  };
  suggest(modified, "last saved");
  suggest(created, "created");
  return {
    declared: {
      title: propertyText(childElement(meta, "dc:title")),
      authors: author === null ? [] : [author],
      language: /^[a-z]{2}$/u.test(language) ? language : null,
    },
    suggestions,
  };
}
